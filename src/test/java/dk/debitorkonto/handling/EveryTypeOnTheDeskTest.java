package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.Claim;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every type, over random accounts in a database: {@code -Dseeds=5000} for more of them.
 *
 * <p>A dry run changes nothing and is what the real run does, at once or later; a refusal changes nothing, nor does what is put off
 * until it is carried out; an undo restores every kept row; copies have one effect; and in the end the proof holds.
 */
class EveryTypeOnTheDeskTest {

    private static final long SEEDS = Long.getLong("seeds", 200);
    /** Types in variants that are tried on each seed's accounts, one after the other. */
    private static final int EACH = 5;

    /** Of books. */
    private static final int KINDS = 8;

    private static final int EVERY_SO_MANY_IN_COPIES = 40;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private final TestDatabase database;
        private final Map<String, Long> seedOf = new HashMap<>();
        private final TreeSet<String> carriedOut = new TreeSet<>();
        private Office office;
        private List<DeskTrial.Way> ways = List.of();

        @SuppressWarnings("NullAway.Init")
        Contract(TestDatabase database) {
            this.database = database;
        }

        @BeforeAll
        void open() {
            office = new Office(database);
            ways = office.bean(Catalogue.class).items().stream()
                    .filter(item -> !(item.type() instanceof UndoHandling<?>))
                    .flatMap(item ->
                            item.definition().variants().stream().sorted().map(each -> new DeskTrial.Way(item, each)))
                    .toList();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dk.debitorkonto.handling.EveryTypeOnTheDeskTest#seeds")
        void keeps_its_promises_on_the_accounts_of(long seed) throws Exception {
            var random = new RandomBooks(new Random(seed));
            var books = books(random, seed);
            RandomRows.write(office, books);
            books.claims().forEach(claim -> seedOf.put(claim.id().toString(), seed));
            books.accounts().forEach(each -> seedOf.put(each.account().id().toString(), seed));
            books.unused().forEach(each -> seedOf.put(each.payment().toString(), seed));
            for (var n = 0; n < EACH; n++) {
                // Each type comes upon each kind of books, whatever the number of types.
                var way = ways.get((int) ((seed * EACH + n + seed / KINDS) % ways.size()));
                var lists = DeskTrial.Lists.of(way, books, random);
                if (lists == null) continue;
                var trial = new DeskTrial(office, way, books, lists, random);
                if (trial.run(seed % EVERY_SO_MANY_IN_COPIES == n)) carriedOut.add(way.toString());
            }
        }

        @AfterAll
        void the_books_hold_and_each_type_had_something_to_do() {
            try (var closed = office) {
                closed.seal();
                assertThat(closed.prove().invariants().stream()
                                .filter(each -> !each.holds())
                                .map(each -> each.name() + ": " + each.firstOffender() + ", of seed " + seed(each)))
                        .isEmpty();
                if (SEEDS >= 200)
                    assertThat(carriedOut)
                            .containsAll(
                                    ways.stream().map(DeskTrial.Way::toString).toList());
            }
        }

        private String seed(Proof.Invariant broken) {
            return Stream.of(Objects.requireNonNull(broken.firstOffender()).split(" "))
                    .map(seedOf::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Object::toString)
                    .orElse("unknown");
        }

        /** Open accounts mostly, some that are closed, some on which nothing is left, some with one claim each, of a kind, and some
         * on which nothing is paid. */
        private static Books books(RandomBooks random, long seed) {
            var books = random.books();
            var state = seed % KINDS == 0 ? AccountState.CLOSED : AccountState.OPEN;
            var accounts = books.accounts().stream()
                    .map(each -> new AccountCase(in(each.account(), state), each.unused()))
                    .toList();
            return switch ((int) (seed % KINDS)) {
                case 1 ->
                    new Books(
                            accounts,
                            books.claims().stream()
                                    .filter(claim -> claim.standing().state() == ClaimState.ANNULLED)
                                    .toList(),
                            List.of());
                case 2 -> new Books(accounts, twins(books), books.unused());
                case 3 ->
                    new Books(
                            accounts,
                            books.claims().stream()
                                    .filter(claim -> claim.coverages().isEmpty())
                                    .toList(),
                            books.unused());
                default -> new Books(accounts, books.claims(), books.unused());
            };
        }

        private static List<ClaimCase> twins(Books books) {
            var sources = books.claimsOn(books.source());
            var targets = books.claimsOn(books.target());
            if (sources.isEmpty() || targets.isEmpty()) return books.claims();
            var kind = sources.getFirst().claim();
            var other = targets.getFirst();
            return List.of(
                    sources.getFirst(),
                    new ClaimCase(
                            new Claim(
                                    other.id(),
                                    kind.type(),
                                    kind.periodFrom(),
                                    kind.periodTo(),
                                    other.claim().invoiceDate(),
                                    other.claim().dueDate(),
                                    null),
                            other.account(),
                            other.standing(),
                            null,
                            false,
                            null,
                            other.figures(),
                            other.charges(),
                            other.coverages(),
                            other.respites(),
                            other.liabilities(),
                            other.notices()));
        }

        private static DebtorAccount in(DebtorAccount was, AccountState state) {
            return new DebtorAccount(was.id(), was.authority(), was.caseSystem(), was.debtor(), state, null, null);
        }
    }
}
