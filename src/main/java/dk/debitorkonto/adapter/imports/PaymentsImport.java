package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Booking;
import dk.debitorkonto.adapter.imports.jdbc.Bookings;
import dk.debitorkonto.adapter.imports.jdbc.CoverageRules;
import dk.debitorkonto.adapter.imports.jdbc.KnownAccount;
import dk.debitorkonto.adapter.imports.jdbc.KnownClaim;
import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import dk.debitorkonto.adapter.imports.jdbc.NewRows;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.payment.PaymentPots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Payments with what they cover. */
@Component
final class PaymentsImport implements ListImport<ImportRows.Payment> {

    private final KnownRows known;
    private final NewRows newRows;
    private final Bookings bookings;
    private final CoverageRules rules;

    PaymentsImport(KnownRows known, NewRows newRows, Bookings bookings, CoverageRules rules) {
        this.known = known;
        this.newRows = newRows;
        this.bookings = bookings;
        this.rules = rules;
    }

    /** What the payments of one portion are about. */
    private record Portion(
            Map<UUID, KnownAccount> accounts,
            Map<UUID, KnownClaim> claims,
            CoverageRules.AsRead order,
            Booking booking) {}

    @Override
    public DocumentList<ImportRows.Payment> list() {
        return new DocumentList<>(
                "payments",
                "PAYMENT",
                false,
                RowReading::payment,
                payment -> payment.id().toString());
    }

    @Override
    public void write(List<Numbered<ImportRows.Payment>> rows, ImportRun run) {
        var portion = load(rows, run);
        var payments = new ArrayList<NewRows.Owned<ImportRows.Payment>>(rows.size());
        for (var numbered : rows) {
            var account = portion.accounts().get(numbered.row().account());
            if (account == null) throw numbered.refuse("account", "unknown account");
            if (account.state() == AccountState.CLOSED)
                run.closed.putIfAbsent(numbered.row().account(), numbered.pointer());
            payments.add(new NewRows.Owned<>(account.authority(), numbered.row()));
            book(numbered, account.authority(), portion, run);
        }
        newRows.payments(payments);
        portion.booking().write();
    }

    private Portion load(List<Numbered<ImportRows.Payment>> rows, ImportRun run) {
        var accounts = rows.stream().map(row -> row.row().account()).collect(Collectors.toSet());
        var claims = rows.stream()
                .flatMap(row -> row.row().coverages().stream())
                .map(ImportRows.Coverage::claim)
                .collect(Collectors.toSet());
        var portion = new Portion(
                known.accounts(accounts, run.locked), known.claims(claims, run.locked), rules.read(), bookings.begin());
        portion.booking().load(claims);
        return portion;
    }

    /** One entry, and one more for each later day from which a part of it covers a claim. */
    private static void book(Numbered<ImportRows.Payment> numbered, String authority, Portion portion, ImportRun run) {
        var payment = numbered.row();
        var unused = PaymentPots.unused(payment.id(), payment.account());
        var byDate = new TreeMap<LocalDate, List<Posting>>();
        var received = new Posting(Pot.of(PotKind.BANK), unused, payment.amount(), null);
        portion.booking().raise(authority, List.of(received));
        add(byDate, payment.valueDate(), received);
        for (var at = 0; at < payment.coverages().size(); at++) {
            var claim = claim(numbered, at, portion);
            var date = claim.notBeforeInvoice(payment.valueDate());
            var postings = cover(numbered, at, claim, portion);
            portion.booking().raise(authority, postings);
            postings.forEach(posting -> add(byDate, date, posting));
        }
        byDate.forEach((date, postings) ->
                portion.booking().enter(run.entry(authority, numbered.pointer(), date, null, postings)));
    }

    private static void add(TreeMap<LocalDate, List<Posting>> byDate, LocalDate date, Posting posting) {
        byDate.computeIfAbsent(date, each -> new ArrayList<>()).add(posting);
    }

    private static KnownClaim claim(Numbered<ImportRows.Payment> numbered, int at, Portion portion) {
        var field = "coverages/" + at + "/claim";
        var claim = portion.claims().get(numbered.row().coverages().get(at).claim());
        if (claim == null) throw numbered.refuse(field, "unknown claim");
        if (!claim.account().equals(numbered.row().account()))
            throw numbered.refuse(field, "a claim of another account");
        return claim;
    }

    private static List<Posting> cover(
            Numbered<ImportRows.Payment> numbered, int at, KnownClaim claim, Portion portion) {
        var payment = numbered.row();
        var coverage = payment.coverages().get(at);
        var families = coverage.family() == null
                ? portion.order().families(claim.authority(), claim.notBeforeInvoice(payment.valueDate()))
                : List.of(coverage.family());
        var unused = PaymentPots.unused(payment.id(), payment.account());
        return Spread.over(
                        families,
                        coverage.amount(),
                        family -> portion.booking().of(claim.id(), family).rest())
                .orRefuse(numbered, "coverages/" + at + "/amount")
                .map((family, part) -> new Posting(unused, ClaimPots.covered(claim.id(), family), part, null));
    }
}
