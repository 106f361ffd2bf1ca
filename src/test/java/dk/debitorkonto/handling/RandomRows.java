package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.PaymentPots;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts random books into an office's database, as an import would have left them: each figure by its postings. */
final class RandomRows {

    private final Office office;
    private final dk.debitorkonto.handling.Books books;
    private final UUID entry = Ids.next();
    private final List<Books.Line> lines = new ArrayList<>();
    private final Map<UUID, LocalDate> paidOn = new TreeMap<>();

    private RandomRows(Office office, dk.debitorkonto.handling.Books books) {
        this.office = office;
        this.books = books;
    }

    static void write(Office office, dk.debitorkonto.handling.Books books) {
        new RandomRows(office, books).write();
    }

    private void write() {
        accounts();
        claims();
        parts();
        payments();
        for (var claim : books.claims()) figures(claim);
        office.book(entry, lines);
    }

    private void accounts() {
        insert(
                "insert into debtor_account (authority, id, case_system, debtor, state) values (?, ?, ?, ?, ?)",
                books.accounts().stream()
                        .map(each -> row(
                                each.account().id(),
                                Office.SYSTEM,
                                "urn:oio:x:" + each.account().debtor(),
                                each.account().state().name()))
                        .toList());
    }

    private void claims() {
        insert(
                "insert into claim (authority, id, account, type, period_from, invoice_date, due_date, state,"
                        + " on_hold_to, relates_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                books.claims().stream()
                        .map(claim -> row(
                                claim.id(),
                                claim.account(),
                                claim.claim().type(),
                                claim.claim().periodFrom(),
                                claim.claim().invoiceDate(),
                                claim.claim().dueDate(),
                                claim.standing().state().name(),
                                claim.standing().holdTo(),
                                claim.relatesTo()))
                        .toList());
        insert(
                "insert into claim_balance (authority, claim, family, charged, reduced, covered, written_off) values"
                        + " (?, ?, 'PRINCIPAL', 0, 0, 0, 0)",
                books.claims().stream().map(claim -> row(claim.id())).toList());
    }

    private void parts() {
        var respites = new ArrayList<Object[]>();
        var liabilities = new ArrayList<Object[]>();
        var notices = new ArrayList<Object[]>();
        for (var claim : books.claims()) {
            claim.respites().forEach(each -> respites.add(row(each.id(), claim.id(), each.from(), each.to())));
            claim.liabilities()
                    .forEach(each -> liabilities.add(row(each.id(), claim.id(), each.party(), each.from(), each.to())));
            claim.notices()
                    .forEach(each ->
                            notices.add(row(each.id(), claim.id(), each.kind().name(), each.sent())));
        }
        insert("insert into respite values (?, ?, ?, ?, ?)", respites);
        insert("insert into liability values (?, ?, ?, ?, ?, ?)", liabilities);
        insert("insert into notice values (?, ?, ?, ?, ?, false)", notices);
    }

    /** Each came in on the accounts on which it is used or unused. */
    private void payments() {
        var came = new TreeMap<UUID, Map<UUID, Money>>();
        for (var unused : books.unused()) {
            paidOn.put(unused.payment(), unused.paidOn());
            came(came, unused.payment(), unused.account(), unused.amount());
        }
        for (var claim : books.claims())
            for (var coverage : claim.coverages()) {
                paidOn.put(coverage.payment(), coverage.paidOn());
                came(came, coverage.payment(), claim.account(), coverage.amount());
            }
        came.forEach((payment, by) -> {
            var sum = by.values().stream().reduce(Money.ZERO, Money::plus);
            if (sum.isZero()) return;
            insert(
                    "insert into payment (authority, id, account, amount, value_date) values (?, ?, ?, ?, ?)",
                    List.<Object[]>of(row(payment, by.keySet().iterator().next(), sum.oere(), paidOn.get(payment))));
            by.forEach((account, amount) ->
                    move(Pot.of(PotKind.BANK), PaymentPots.unused(payment, account), amount, null, null));
        });
    }

    private static void came(Map<UUID, Map<UUID, Money>> came, UUID payment, UUID account, Money amount) {
        came.computeIfAbsent(payment, id -> new TreeMap<>()).merge(account, amount, Money::plus);
    }

    private void figures(ClaimCase claim) {
        var principal = claim.of(CostFamily.PRINCIPAL);
        var income = Pot.of(PotKind.INCOME);
        move(ClaimPots.charged(claim.id(), CostFamily.PRINCIPAL), income, principal.charged(), null, null);
        move(income, ClaimPots.reduced(claim.id(), CostFamily.PRINCIPAL), principal.reduced(), null, null);
        for (var charge : claim.charges()) {
            move(
                    ClaimPots.charged(claim.id(), charge.family()),
                    income,
                    charge.amount(),
                    charge.id(),
                    charge.accrued());
            move(income, ClaimPots.reduced(claim.id(), charge.family()), charge.reduced(), charge.id(), null);
        }
        for (var coverage : claim.coverages())
            move(
                    PaymentPots.unused(coverage.payment(), claim.account()),
                    ClaimPots.covered(claim.id(), coverage.family()),
                    coverage.amount(),
                    null,
                    null);
        for (var family : CostFamily.values())
            move(
                    Pot.of(PotKind.WRITE_OFF_COST),
                    ClaimPots.writtenOff(claim.id(), family),
                    claim.of(family).writtenOff(),
                    null,
                    null);
    }

    private void move(Pot debit, Pot credit, Money amount, @Nullable UUID about, @Nullable LocalDate accrued) {
        if (amount.isZero()) return;
        var posting = new Posting(debit, credit, amount, about);
        lines.add(new Books.Line(
                new Change.Moves(posting, Office.TODAY.minusDays(200), accrued), entry, lines.size() + 1, null));
    }

    private void insert(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) office.jdbc.batchUpdate(sql, rows);
    }

    private static Object[] row(@Nullable Object... values) {
        var row = new @Nullable Object[values.length + 1];
        row[0] = Office.AUTHORITY;
        System.arraycopy(values, 0, row, 1, values.length);
        return Objects.requireNonNull(row);
    }
}
