package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.adapter.imports.ImportRows;
import dk.debitorkonto.ledger.jdbc.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/** Writes new objects, many at a time. */
@Component
public class NewRows {

    /** A row under the authority that it belongs to. */
    public record Owned<R>(String authority, R row) {}

    /** A new claim, with its type's place in the KLE. */
    public record OwnedClaim(String authority, String kle, ImportRows.Claim row) {}

    private record ClaimLine(String authority, UUID claim, int line, ImportRows.Line row) {}

    private final JdbcTemplate jdbc;

    NewRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void accounts(Collection<ImportRows.Account> accounts) {
        write(
                """
                insert into debtor_account
                       (authority, id, case_system, debtor, title, kle, state, registered)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                accounts,
                (statement, account) -> new Values(statement)
                        .text(account.authority())
                        .uuid(account.id())
                        .uuid(account.caseSystem())
                        .text(account.debtor())
                        .text(account.title())
                        .text(account.kle())
                        .text(account.state())
                        .date(account.registered()));
    }

    public void claims(Collection<OwnedClaim> claims) {
        write("""
            insert into claim
                   (authority, id, account, type, kle, period_from, period_to, invoice_date, due_date,
                    last_timely_payment, limitation, reference, state, on_hold_to, relates_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, claims, (statement, each) -> {
            var claim = each.row();
            new Values(statement)
                    .text(each.authority())
                    .uuid(claim.id())
                    .uuid(claim.account())
                    .text(claim.type())
                    .text(each.kle())
                    .date(claim.periodFrom())
                    .date(claim.periodTo())
                    .date(claim.invoiceDate())
                    .date(claim.dueDate())
                    .date(claim.lastTimelyPayment())
                    .date(claim.limitation())
                    .text(claim.reference())
                    .text(claim.state())
                    .date(claim.onHoldTo())
                    .uuid(claim.relatesTo());
        });
        lines(claims);
    }

    private void lines(Collection<OwnedClaim> claims) {
        var lines = new ArrayList<ClaimLine>();
        for (var claim : claims) {
            var number = 0;
            for (var line : claim.row().lines())
                lines.add(new ClaimLine(claim.authority(), claim.row().id(), ++number, line));
        }
        write(
                """
                insert into claim_line (authority, claim, line, text, amount)
                values (?, ?, ?, ?, ?)\
                """,
                lines,
                (statement, line) -> new Values(statement)
                        .text(line.authority())
                        .uuid(line.claim())
                        .number(line.line())
                        .text(line.row().text())
                        .number(line.row().oere()));
    }

    public void charges(Collection<Owned<ImportRows.Charge>> charges) {
        write(
                """
                insert into charge (authority, id, claim, family, accrued, amount, reduced, undone)
                values (?, ?, ?, ?, ?, ?, 0, false)\
                """,
                charges,
                (statement, charge) -> new Values(statement)
                        .text(charge.authority())
                        .uuid(charge.row().id())
                        .uuid(charge.row().claim())
                        .text(charge.row().family())
                        .date(charge.row().accrued())
                        .number(charge.row().amount().oere()));
    }

    public void payments(Collection<Owned<ImportRows.Payment>> payments) {
        write(
                """
                insert into payment (authority, id, account, amount, value_date, payer, channel, reference)
                values (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                payments,
                (statement, payment) -> new Values(statement)
                        .text(payment.authority())
                        .uuid(payment.row().id())
                        .uuid(payment.row().account())
                        .number(payment.row().amount().oere())
                        .date(payment.row().valueDate())
                        .text(payment.row().payer())
                        .text(payment.row().channel())
                        .text(payment.row().reference()));
    }

    public void liabilities(Collection<Owned<ImportRows.Liability>> liabilities) {
        write(
                """
                insert into liability (authority, id, claim, party, from_date, to_date)
                values (?, ?, ?, ?, ?, ?)\
                """,
                liabilities,
                (statement, liability) -> new Values(statement)
                        .text(liability.authority())
                        .uuid(liability.row().id())
                        .uuid(liability.row().claim())
                        .text(liability.row().party())
                        .date(liability.row().from())
                        .date(liability.row().to()));
    }

    public void respites(Collection<Owned<ImportRows.Respite>> respites) {
        write(
                """
                insert into respite (authority, id, claim, from_date, to_date)
                values (?, ?, ?, ?, ?)\
                """,
                respites,
                (statement, respite) -> new Values(statement)
                        .text(respite.authority())
                        .uuid(respite.row().id())
                        .uuid(respite.row().claim())
                        .date(respite.row().from())
                        .date(respite.row().to()));
    }

    public void notices(Collection<Owned<ImportRows.SentNotice>> notices) {
        write(
                """
                insert into notice (authority, id, claim, kind, sent, undone)
                values (?, ?, ?, ?, ?, false)\
                """,
                notices,
                (statement, notice) -> new Values(statement)
                        .text(notice.authority())
                        .uuid(notice.row().id())
                        .uuid(notice.row().claim())
                        .text(notice.row().kind())
                        .date(notice.row().date()));
    }

    /** A fact of a claim that came to be: a respite, a liability or a notice, as it is written in turns. */
    public record NewFact(
            String authority,
            UUID entry,
            String kind,
            UUID claim,
            UUID part,
            @Nullable String value) {}

    public void facts(Collection<NewFact> facts) {
        write(
                """
                insert into turn (authority, entry, line, kind, subject, part, before_value, after_value)
                values (?, ?, 1, ?, ?, ?, null, ?)\
                """,
                facts,
                (statement, fact) -> new Values(statement)
                        .text(fact.authority())
                        .uuid(fact.entry())
                        .text(fact.kind())
                        .uuid(fact.claim())
                        .uuid(fact.part())
                        .text(fact.value()));
    }

    private <R> void write(String sql, Collection<R> rows, ParameterizedPreparedStatementSetter<R> setter) {
        if (!rows.isEmpty()) jdbc.batchUpdate(sql, rows, rows.size(), setter);
    }
}
