package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.debtor.AccountState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How each kind of row is read: names, what is required, and what is wrong with a row in itself. */
final class RowReading {

    /** The last day of what has none, as for a wish that reminders rest. */
    private static final LocalDate OPEN_ENDED = LocalDate.of(9999, 12, 31);

    private static final int NAME = 200;

    private RowReading() {}

    static ImportRows.Authority authority(Row row) {
        var limits = new ArrayList<ImportRows.Limit>();
        for (var limit : row.rows("limits")) {
            limits.add(new ImportRows.Limit(limit.requiredText("handlingType", 40), limit.amount("amount")));
            limit.end();
        }
        var cvr = row.requiredCvr("cvr");
        var name = Objects.requireNonNullElse(row.text("name", NAME), cvr);
        return new ImportRows.Authority(cvr, name, row.date("closedTo"), limits);
    }

    static ImportRows.CaseSystem caseSystem(Row row) {
        return new ImportRows.CaseSystem(
                row.requiredId("id"),
                row.requiredCvr("cvr"),
                Objects.requireNonNullElse(row.text("name", NAME), ""),
                Certificates.fingerprint(row, "certificate"),
                row.cvrs("authorities"),
                row.address("callback"));
    }

    static ImportRows.DebtorSystem debtorSystem(Row row) {
        return new ImportRows.DebtorSystem(
                row.requiredId("id"),
                row.requiredCvr("cvr"),
                Objects.requireNonNullElse(row.text("name", NAME), ""),
                Certificates.fingerprint(row, "certificate"),
                row.address("endpoint"));
    }

    static ImportRows.Route route(Row row) {
        return new ImportRows.Route(row.requiredCvr("authority"), row.id("debtorSystem"));
    }

    static ImportRows.Account account(Row row) {
        return new ImportRows.Account(
                row.requiredId("id"),
                row.requiredCvr("authority"),
                row.requiredId("caseSystem"),
                party(row, "debtor"),
                row.text("title", NAME),
                row.text("kle", 20),
                Objects.requireNonNullElse(row.code("state", AccountState.class), AccountState.OPEN),
                row.date("registered"));
    }

    static ImportRows.Claim claim(Row row) {
        var claim = new ImportRows.Claim(
                row.requiredId("id"),
                row.requiredId("account"),
                row.requiredText("type", 40),
                row.date("periodFrom"),
                row.date("periodTo"),
                row.date("invoiceDate"),
                row.requiredDate("dueDate"),
                row.date("lastTimelyPayment"),
                row.date("limitation"),
                Objects.requireNonNullElse(row.code("state", ClaimState.class), ClaimState.REGISTERED),
                row.date("onHoldTo"),
                row.text("reference", NAME),
                row.id("relatesTo"),
                lines(row));
        inOrder(row, "periodTo", claim.periodFrom(), claim.periodTo());
        if (claim.onHoldTo() != null && claim.state() != ClaimState.ON_HOLD)
            throw row.refuse("onHoldTo", "only a claim ON_HOLD has a last day of its hold");
        if (claim.id().equals(claim.relatesTo())) throw row.refuse("relatesTo", "a claim doesn't relate to itself");
        return claim;
    }

    private static List<ImportRows.Line> lines(Row row) {
        var lines = new ArrayList<ImportRows.Line>();
        var sum = 0L;
        for (var line : row.rows("lines")) {
            var read = new ImportRows.Line(line.text("text", 500), line.signedAmount("amount"));
            line.end();
            // 13 digits before the point in each, so that no number of lines that can be sent runs over.
            sum = Math.addExact(sum, read.oere());
            lines.add(read);
        }
        if (lines.isEmpty()) throw row.refuse("lines", "required");
        if (sum < 0) throw row.refuse("lines", "their sum must not be negative");
        return lines;
    }

    static ImportRows.Liability liability(Row row) {
        var liability = new ImportRows.Liability(
                row.requiredId("id"),
                row.requiredId("claim"),
                party(row, "party"),
                row.requiredDate("from"),
                row.date("to"));
        inOrder(row, "to", liability.from(), liability.to());
        return liability;
    }

    static ImportRows.Charge charge(Row row) {
        var charge = new ImportRows.Charge(
                row.requiredId("id"),
                row.requiredId("claim"),
                row.required("family", row.code("family", CostFamily.class)),
                row.requiredAmount("amount"),
                row.requiredDate("accrued"));
        if (charge.family() == CostFamily.PRINCIPAL)
            throw row.refuse("family", "the principal is in the claim's lines");
        return charge;
    }

    static ImportRows.Adjustment adjustment(Row row) {
        return new ImportRows.Adjustment(
                row.requiredId("id"),
                row.requiredId("claim"),
                row.code("family", CostFamily.class),
                row.requiredAmount("amount"),
                row.requiredDate("date"),
                row.text("reason", 100));
    }

    static ImportRows.Payment payment(Row row) {
        var coverages = new ArrayList<ImportRows.Coverage>();
        var amount = row.requiredAmount("amount");
        var left = amount;
        for (var each : row.rows("coverages")) {
            var coverage = new ImportRows.Coverage(
                    each.requiredId("claim"), each.code("family", CostFamily.class), each.requiredAmount("amount"));
            each.end();
            if (coverage.amount().exceeds(left)) throw each.refuse("amount", "more than what is left of the payment");
            left = left.minus(coverage.amount());
            coverages.add(coverage);
        }
        return new ImportRows.Payment(
                row.requiredId("id"),
                row.requiredId("account"),
                amount,
                row.requiredDate("valueDate"),
                row.text("payer", NAME),
                row.text("channel", 40),
                row.text("reference", NAME),
                coverages);
    }

    static ImportRows.Respite respite(Row row) {
        var from = row.requiredDate("from");
        var to = row.date("to");
        inOrder(row, "to", from, to);
        return new ImportRows.Respite(
                row.requiredId("id"), row.requiredId("claim"), from, Objects.requireNonNullElse(to, OPEN_ENDED));
    }

    static ImportRows.SentNotice notice(Row row) {
        return new ImportRows.SentNotice(
                row.requiredId("id"),
                row.requiredId("claim"),
                Objects.requireNonNullElse(row.code("kind", Notice.Kind.class), Notice.Kind.INVOICE),
                row.requiredDate("date"));
    }

    /** Who owes, as a URN: one word, since the fact of a liability is written in words. */
    private static String party(Row row, String field) {
        var urn = row.requiredText(field, 100);
        if (!urn.startsWith("urn:") || urn.contains(" "))
            throw row.refuse(field, "must be a URN, as of a CPR or a CVR");
        return urn;
    }

    private static void inOrder(Row row, String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && from.isAfter(to)) throw row.refuse(field, "ends before it begins");
    }
}
