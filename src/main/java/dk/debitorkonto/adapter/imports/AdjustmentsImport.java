package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Booking;
import dk.debitorkonto.adapter.imports.jdbc.Bookings;
import dk.debitorkonto.adapter.imports.jdbc.CoverageRules;
import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reductions and write-offs: what lowers a claim's rest without a payment. One without a family is spread as a coverage is. */
@Component
final class AdjustmentsImport {

    private final KnownRows known;
    private final Bookings bookings;
    private final CoverageRules rules;

    AdjustmentsImport(KnownRows known, Bookings bookings, CoverageRules rules) {
        this.known = known;
        this.bookings = bookings;
        this.rules = rules;
    }

    ListImport<ImportRows.Adjustment> reductions() {
        return new Of("reductions", "REDUCTION");
    }

    ListImport<ImportRows.Adjustment> writeOffs() {
        return new Of("writeOffs", "WRITE_OFF");
    }

    private final class Of implements ListImport<ImportRows.Adjustment> {

        private final DocumentList<ImportRows.Adjustment> list;
        private final boolean reduces;

        Of(String name, String kind) {
            this.list = new DocumentList<>(
                    name, kind, false, RowReading::adjustment, row -> row.id().toString());
            this.reduces = kind.equals("REDUCTION");
        }

        @Override
        public DocumentList<ImportRows.Adjustment> list() {
            return list;
        }

        @Override
        public void write(List<Numbered<ImportRows.Adjustment>> rows, ImportRun run) {
            var ids = rows.stream().map(row -> row.row().claim()).collect(Collectors.toSet());
            var claims = known.claims(ids, run.locked);
            var charges = reduces ? known.charges(ids) : Map.<UUID, List<Charge>>of();
            var order = rules.read();
            var booking = bookings.begin();
            booking.load(ids);
            for (var numbered : rows) {
                var row = numbered.row();
                var claim = claims.get(row.claim());
                if (claim == null) throw numbered.refuse("claim", "unknown claim");
                var families =
                        row.family() == null ? order.families(claim.authority(), row.date()) : List.of(row.family());
                var postings = reduces
                        ? reductions(numbered, families, booking, charges.getOrDefault(row.claim(), List.of()))
                        : writeOffs(numbered, families, booking);
                booking.book(run.entry(claim.authority(), numbered.pointer(), row.date(), row.reason(), postings));
            }
            booking.write();
        }
    }

    private static List<Posting> writeOffs(
            Numbered<ImportRows.Adjustment> numbered, List<CostFamily> families, Booking booking) {
        var row = numbered.row();
        return Spread.over(
                        families,
                        row.amount(),
                        family -> booking.of(row.claim(), family).rest())
                .orRefuse(numbered, "amount")
                .map((family, part) -> new Posting(
                        Pot.of(PotKind.WRITE_OFF_COST), ClaimPots.writtenOff(row.claim(), family), part, null));
    }

    private static List<Posting> reductions(
            Numbered<ImportRows.Adjustment> numbered,
            List<CostFamily> families,
            Booking booking,
            List<Charge> charges) {
        var row = numbered.row();
        var postings = new ArrayList<Posting>();
        Spread.over(
                        families,
                        row.amount(),
                        family -> booking.of(row.claim(), family).rest())
                .orRefuse(numbered, "amount")
                .map((family, part) -> family == CostFamily.PRINCIPAL
                        ? postings.add(reduction(row, family, part, null))
                        : postings.addAll(byCharge(row, family, part, charges)));
        return postings;
    }

    /** One posting for each charge reduced, the oldest accrual first; {@code charges} are as they stand, then and after. */
    private static List<Posting> byCharge(
            ImportRows.Adjustment row, CostFamily family, Money amount, List<Charge> charges) {
        var postings = new ArrayList<Posting>();
        var left = amount;
        for (var each = charges.listIterator(); each.hasNext(); ) {
            var charge = each.next();
            var part = charge.family() == family ? Money.least(charge.due(), left) : Money.ZERO;
            if (part.isZero()) continue;
            postings.add(reduction(row, family, part, charge.id()));
            each.set(new Charge(
                    charge.id(),
                    family,
                    charge.accrued(),
                    charge.amount(),
                    charge.reduced().plus(part),
                    false));
            left = left.minus(part);
        }
        if (!left.isZero()) throw new IllegalStateException("the charges of " + row.claim() + " are less than kept");
        return postings;
    }

    private static Posting reduction(ImportRows.Adjustment row, CostFamily family, Money part, @Nullable UUID about) {
        return new Posting(Pot.of(PotKind.INCOME), ClaimPots.reduced(row.claim(), family), part, about);
    }
}
