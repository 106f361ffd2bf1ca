package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.Bookings;
import dk.debitorkonto.adapter.imports.jdbc.KnownClaim;
import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import dk.debitorkonto.adapter.imports.jdbc.NewRows;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.handling.Change.FactKind;
import dk.debitorkonto.handling.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Facts of claims beside money: who is liable, respites, letters sent; each also a turn in the change log. */
@Component
final class FactsImport {

    private final KnownRows known;
    private final NewRows newRows;
    private final Bookings bookings;

    FactsImport(KnownRows known, NewRows newRows, Bookings bookings) {
        this.known = known;
        this.newRows = newRows;
        this.bookings = bookings;
    }

    /** A fact as the change log writes it: which part of which claim, since when, as what. */
    private record Fact(FactKind kind, UUID claim, UUID part, LocalDate since, String value) {}

    private abstract class Of<R> implements ListImport<R> {

        private final DocumentList<R> list;
        private final Function<R, Fact> fact;

        Of(DocumentList<R> list, Function<R, Fact> fact) {
            this.list = list;
            this.fact = fact;
        }

        @Override
        public DocumentList<R> list() {
            return list;
        }

        @Override
        public void write(List<Numbered<R>> rows, ImportRun run) {
            var ids = rows.stream().map(row -> fact.apply(row.row()).claim()).collect(Collectors.toSet());
            var claims = known.claims(ids, run.locked);
            var booking = bookings.begin();
            var facts = new ArrayList<NewRows.NewFact>(rows.size());
            var owned = new ArrayList<NewRows.Owned<R>>(rows.size());
            for (var numbered : rows) {
                var each = fact.apply(numbered.row());
                var claim = claims.get(each.claim());
                if (claim == null) throw numbered.refuse("claim", "unknown claim");
                // What begins later is known today.
                var date = each.since().isBefore(run.today) ? each.since() : run.today;
                var entry = run.entry(claim.authority(), numbered.pointer(), date, null, List.of());
                booking.book(entry);
                facts.add(new NewRows.NewFact(
                        claim.authority(),
                        entry.head().id(),
                        each.kind().name(),
                        each.claim(),
                        each.part(),
                        each.value()));
                owned.add(new NewRows.Owned<>(claim.authority(), numbered.row()));
            }
            check(rows, claims);
            booking.write();
            newRows.facts(facts);
            insert(owned);
        }

        /** What these rows must not be beside each other, and beside what is there. */
        @SuppressWarnings("UnusedVariable") // most lists have nothing to say
        void check(List<Numbered<R>> rows, Map<UUID, KnownClaim> claims) {}

        abstract void insert(List<NewRows.Owned<R>> rows);
    }

    ListImport<ImportRows.Liability> liabilities() {
        return new Of<>(
                new DocumentList<>(
                        "liabilities",
                        "LIABILITY",
                        false,
                        RowReading::liability,
                        each -> each.id().toString()),
                each -> new Fact(
                        FactKind.LIABILITY,
                        each.claim(),
                        each.id(),
                        each.from(),
                        Facts.text(new Liability(each.id(), each.party(), each.from(), each.to())))) {
            @Override
            void insert(List<NewRows.Owned<ImportRows.Liability>> rows) {
                newRows.liabilities(rows);
            }
        };
    }

    ListImport<ImportRows.SentNotice> notices() {
        return new Of<>(
                new DocumentList<>(
                        "notices",
                        "NOTICE",
                        false,
                        RowReading::notice,
                        each -> each.id().toString()),
                each -> new Fact(
                        FactKind.NOTICE,
                        each.claim(),
                        each.id(),
                        each.date(),
                        Facts.text(new Notice(each.id(), each.kind(), each.date())))) {
            @Override
            void insert(List<NewRows.Owned<ImportRows.SentNotice>> rows) {
                newRows.notices(rows);
            }
        };
    }

    ListImport<ImportRows.Respite> respites() {
        return new Of<>(
                new DocumentList<>(
                        "respites",
                        "RESPITE",
                        false,
                        RowReading::respite,
                        each -> each.id().toString()),
                each -> new Fact(FactKind.RESPITE, each.claim(), each.id(), each.from(), Facts.text(respite(each)))) {
            @Override
            void check(List<Numbered<ImportRows.Respite>> rows, Map<UUID, KnownClaim> claims) {
                var there = known.respites(claims.keySet());
                for (var numbered : rows) {
                    var row = numbered.row();
                    var others = there.computeIfAbsent(row.claim(), claim -> new ArrayList<>());
                    if (others.stream().anyMatch(other -> other.overlaps(row.from(), row.to())))
                        throw numbered.refuse("from", "the claim has a respite at the same time");
                    others.add(respite(row));
                }
            }

            @Override
            void insert(List<NewRows.Owned<ImportRows.Respite>> rows) {
                newRows.respites(rows);
            }
        };
    }

    private static Respite respite(ImportRows.Respite row) {
        return new Respite(row.id(), row.from(), row.to());
    }
}
