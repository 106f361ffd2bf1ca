package dk.debitorkonto.handling.type;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.handling.Ask;
import dk.debitorkonto.handling.Books;
import dk.debitorkonto.handling.Change;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.HandlingType;
import dk.debitorkonto.handling.RandomBooks;
import dk.debitorkonto.handling.Trial;
import dk.debitorkonto.handling.UndoHandling;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every type, over random books and wishes. */
class EveryTypeTest {

    private static final int SEEDS = 300;
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keeps_the_books_in_balance_and_can_be_undone(long seed) {
        for (var item : CatalogueTest.CATALOGUE.items())
            if (!(item.type() instanceof UndoHandling<?>))
                for (var variant : item.definition().variants()) tried(seed, item.type(), variant);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("variants")
    void has_something_to_do_in_some_of_them(String code, Variant variant) {
        var type = CatalogueTest.CATALOGUE.find(code).orElseThrow().type();

        assertThat(LongStream.range(0, 5_000).anyMatch(seed -> tried(seed, type, variant)))
                .isTrue();
    }

    static Stream<Arguments> variants() {
        return CatalogueTest.items()
                .filter(item -> !(item.type() instanceof UndoHandling<?>))
                .flatMap(item -> item.definition().variants().stream()
                        .map(variant -> Arguments.of(item.definition().code(), variant)));
    }

    /** Whether the type had something to do. */
    private static <W> boolean tried(long seed, HandlingType<W> type, Variant variant) {
        var random = new RandomBooks(
                new Random(seed * 31 + type.code().hashCode() + variant.letter().hashCode()));
        var books = random.books();
        var sources = new ArrayList<>(ids(books.claimsOn(books.source())));
        var targets = new ArrayList<>(ids(books.claimsOn(books.target())));
        Collections.shuffle(sources, new Random(seed));
        var listed = variant.listsClaims() ? first(sources, random) : List.<UUID>of();
        var others = variant == Variant.BETWEEN_CLAIMS ? first(targets, random) : List.<UUID>of();
        if (variant.listsClaims() && listed.isEmpty()) return false;
        if (variant == Variant.BETWEEN_CLAIMS && others.isEmpty()) return false;
        var period = random.once(4) ? random.date() : null;
        var wish = type.wishType().cast(RandomWishes.of(type, random, listed, others));
        var ask = new Ask<>(type, wish, DATE, period, null, listed, others, variant.hasTarget());

        var verdict = Trial.decide(books, ask);

        assertThat(Trial.decide(books, ask)).as("decided again").isEqualTo(verdict);
        if (!(verdict instanceof Verdict.Does does)) return false;
        check(type.code() + " " + variant, books, does.changes());
        return !does.changes().isEmpty();
    }

    private static void check(String what, Books before, List<Change> changes) {
        var after = before.after(changes);
        after.claims().forEach(EveryTypeTest::checkFigures);
        for (var account : after.accounts())
            assertThat(account.unused())
                    .isEqualTo(sum(
                            after.unusedOn(account).stream().map(Unused::amount).toList()));
        assertThat(payments(after, refunded(changes))).as("%s: payments", what).isEqualTo(payments(before, Map.of()));
        var swapped = changes.reversed().stream().map(Change::swapped).toList();
        assertThat(parts(after.after(swapped))).as("%s undone", what).isEqualTo(parts(before));
    }

    private static void checkFigures(ClaimCase claim) {
        for (var family : CostFamily.values()) {
            var figures = claim.of(family);
            assertThat(figures.holds()).as("rest of %s", family).isTrue();
            assertThat(figures.covered())
                    .isEqualTo(sum(claim.coveragesOf(family).stream()
                            .map(Coverage::amount)
                            .toList()));
            if (family == CostFamily.PRINCIPAL) continue;
            var charges = claim.chargesOf(family);
            assertThat(figures.due())
                    .isEqualTo(sum(charges.stream().map(Charge::due).toList()));
            assertThat(figures.rest())
                    .isEqualTo(sum(charges.stream().map(claim::restOf).toList()));
        }
    }

    /** What there is of each payment: covering, unused or refunded. */
    private static Map<UUID, Long> payments(Books books, Map<UUID, Long> refunded) {
        var result = new HashMap<>(refunded);
        for (var unused : books.unused())
            result.merge(unused.payment(), unused.amount().oere(), Long::sum);
        for (var claim : books.claims())
            for (var coverage : claim.coverages())
                if (!coverage.amount().isZero())
                    result.merge(coverage.payment(), coverage.amount().oere(), Long::sum);
        return result;
    }

    private static Map<UUID, Long> refunded(List<Change> changes) {
        var result = new HashMap<UUID, Long>();
        for (var change : changes)
            if (change instanceof Change.Moves moves && moves.posting().credit().kind() == PotKind.REFUNDS_DUE)
                result.merge(
                        Objects.requireNonNull(moves.posting().debit().subject()),
                        moves.posting().amount().oere(),
                        Long::sum);
        return result;
    }

    /** All there is, without what an undo leaves behind empty, and in one order. */
    private static List<Object> parts(Books books) {
        var parts = new ArrayList<Object>(books.accounts());
        books.claims().forEach(claim -> parts.add(plain(claim)));
        books.unused().stream()
                .filter(each -> !each.amount().isZero())
                .sorted(Comparator.comparing(Unused::payment).thenComparing(Unused::account))
                .forEach(parts::add);
        return parts;
    }

    private static ClaimCase plain(ClaimCase claim) {
        var figures = new EnumMap<CostFamily, Figures>(CostFamily.class);
        for (var family : CostFamily.values()) figures.put(family, claim.of(family));
        return new ClaimCase(
                claim.claim(),
                claim.account(),
                claim.standing(),
                claim.relatesTo(),
                claim.hasRelated(),
                claim.reminderStop(),
                figures,
                claim.charges().stream().filter(charge -> !charge.undone()).toList(),
                claim.coverages().stream()
                        .filter(coverage -> !coverage.amount().isZero())
                        .sorted(Comparator.comparing(Coverage::payment).thenComparing(Coverage::family))
                        .toList(),
                claim.respites(),
                claim.liabilities().stream()
                        .sorted(Comparator.comparing(Liability::id))
                        .toList(),
                claim.notices());
    }

    /** One or two of them, so that lists without a claim that refuses all occur often enough. */
    private static List<UUID> first(List<UUID> ids, RandomBooks random) {
        return ids.subList(0, Math.min(ids.size(), random.once(2) ? 1 : 2));
    }

    private static List<UUID> ids(List<ClaimCase> claims) {
        return claims.stream().map(ClaimCase::id).toList();
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
