package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Bookings;
import dk.debitorkonto.adapter.imports.jdbc.KnownAccount;
import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import dk.debitorkonto.adapter.imports.jdbc.NewRows;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Claims with their principal. */
@Component
final class ClaimsImport implements ListImport<ImportRows.Claim> {

    private final KnownRows known;
    private final NewRows newRows;
    private final Bookings bookings;
    private final Relations relations;
    private final Map<String, ClaimType> claimTypes = CatalogueFiles.readClaimTypes();

    ClaimsImport(KnownRows known, NewRows newRows, Bookings bookings) {
        this.known = known;
        this.newRows = newRows;
        this.bookings = bookings;
        this.relations = new Relations(known);
    }

    @Override
    public DocumentList<ImportRows.Claim> list() {
        return new DocumentList<>(
                "claims", "CLAIM", false, RowReading::claim, claim -> claim.id().toString());
    }

    @Override
    public void write(List<Numbered<ImportRows.Claim>> rows, ImportRun run) {
        var accounts = known.accounts(ids(rows), run.locked);
        var booking = bookings.begin();
        var claims = new ArrayList<NewRows.OwnedClaim>(rows.size());
        for (var numbered : rows) {
            var claim = numbered.row();
            var account = accounts.get(claim.account());
            if (account == null) throw numbered.refuse("account", "unknown account");
            var type = claimTypes.get(claim.type());
            if (type == null) throw numbered.refuse("type", "unknown claim type");
            remember(numbered, account, run);
            claims.add(new NewRows.OwnedClaim(account.authority(), type.kle(), claim));
            var date = Objects.requireNonNullElse(claim.invoiceDate(), claim.dueDate());
            if (!claim.sum().isZero())
                booking.book(
                        run.entry(account.authority(), numbered.pointer(), date, null, List.of(registered(claim))));
        }
        newRows.claims(claims);
        booking.write();
    }

    private static Set<UUID> ids(List<Numbered<ImportRows.Claim>> rows) {
        return rows.stream().map(row -> row.row().account()).collect(Collectors.toSet());
    }

    private static Posting registered(ImportRows.Claim claim) {
        return new Posting(
                ClaimPots.charged(claim.id(), CostFamily.PRINCIPAL), Pot.of(PotKind.INCOME), claim.sum(), null);
    }

    private static void remember(Numbered<ImportRows.Claim> numbered, KnownAccount account, ImportRun run) {
        var claim = numbered.row();
        if (claim.state() == ClaimState.ANNULLED) run.annulled.put(claim.id(), numbered.pointer());
        if (account.state() == AccountState.CLOSED) run.closed.putIfAbsent(claim.account(), numbered.pointer());
        var mainClaim = claim.relatesTo();
        if (mainClaim != null)
            run.relations.put(claim.id(), new ImportRun.Relation(account.authority(), mainClaim, numbered.pointer()));
    }

    @Override
    public void end(ImportRun run) {
        relations.check(run);
    }
}
