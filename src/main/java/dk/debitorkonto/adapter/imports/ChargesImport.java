package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Bookings;
import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import dk.debitorkonto.adapter.imports.jdbc.NewRows;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Interest and fees. */
@Component
final class ChargesImport implements ListImport<ImportRows.Charge> {

    private final KnownRows known;
    private final NewRows newRows;
    private final Bookings bookings;

    ChargesImport(KnownRows known, NewRows newRows, Bookings bookings) {
        this.known = known;
        this.newRows = newRows;
        this.bookings = bookings;
    }

    @Override
    public DocumentList<ImportRows.Charge> list() {
        return new DocumentList<>(
                "charges",
                "CHARGE",
                false,
                RowReading::charge,
                charge -> charge.id().toString());
    }

    @Override
    public void write(List<Numbered<ImportRows.Charge>> rows, ImportRun run) {
        var ids = rows.stream().map(row -> row.row().claim()).collect(Collectors.toSet());
        var claims = known.claims(ids, run.locked);
        var booking = bookings.begin();
        booking.load(ids);
        var charges = new ArrayList<NewRows.Owned<ImportRows.Charge>>(rows.size());
        for (var numbered : rows) {
            var charge = numbered.row();
            var claim = claims.get(charge.claim());
            if (claim == null) throw numbered.refuse("claim", "unknown claim");
            if (claim.state() == ClaimState.ANNULLED) run.annulled.putIfAbsent(claim.id(), numbered.pointer());
            if (claim.accountState() == AccountState.CLOSED)
                run.closed.putIfAbsent(claim.account(), numbered.pointer());
            charges.add(new NewRows.Owned<>(claim.authority(), charge));
            booking.book(run.entry(
                    claim.authority(), numbered.pointer(), charge.accrued(), null, List.of(registered(charge))));
        }
        newRows.charges(charges);
        booking.write();
    }

    private static Posting registered(ImportRows.Charge charge) {
        return new Posting(
                ClaimPots.charged(charge.claim(), charge.family()),
                Pot.of(PotKind.INCOME),
                charge.amount(),
                charge.id());
    }
}
