package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;

/** Fills an account, each claim with a principal of 100.00 and a fee of 50.00. */
final class ManyClaims {

    private ManyClaims() {}

    static void on(Office office, UUID account, int from, int to) {
        var entry = Ids.next();
        var lines = new ArrayList<Books.Line>();
        var rows = new ArrayList<Object[]>();
        var balances = new ArrayList<Object[]>();
        for (var n = from; n < to; n++) {
            var id = Ids.next();
            var due = LocalDate.of(2026, 1, 1).plusDays(n % 120);
            rows.add(new Object[] {Office.AUTHORITY, id, account, due.minusDays(14), due});
            balances.add(new Object[] {Office.AUTHORITY, id});
            var principal = new Posting(
                    ClaimPots.charged(id, CostFamily.PRINCIPAL), Pot.of(PotKind.INCOME), Money.of("100.00"), null);
            var fee = new Posting(
                    ClaimPots.charged(id, CostFamily.REMINDER_FEE),
                    Pot.of(PotKind.INCOME),
                    Money.of("50.00"),
                    Ids.next());
            lines.add(new Books.Line(new Change.Moves(principal, due, null), entry, 2 * n + 1, null));
            lines.add(new Books.Line(new Change.Moves(fee, due, due), entry, 2 * n + 2, null));
        }
        office.jdbc.batchUpdate(
                "insert into claim (authority, id, account, type, invoice_date, due_date, state) values (?, ?, ?,"
                        + " 'DAGINSTITUTION', ?, ?, 'IN_COLLECTION')",
                rows);
        office.jdbc.batchUpdate("insert into claim_balance values (?, ?, 'PRINCIPAL', 0, 0, 0, 0)", balances);
        office.book(entry, lines);
    }
}
