package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.handling.type.RandomWishes;
import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every type that works at once, over random accounts in a database: {@code -Dseeds=5000} for more of them.
 *
 * <p>A dry run changes nothing and is what the real run does; a refusal changes nothing; an undo restores every kept row; copies
 * have one effect; and in the end the proof holds.
 */
class EveryTypeOnTheDeskTest {

    private static final long SEEDS = Long.getLong("seeds", 240);
    /** Types in variants that are tried on each seed's accounts, one after the other. */
    private static final int EACH = 5;

    private static final int EVERY_SO_MANY_IN_COPIES = 40;
    private static final int COPIES = 64;

    /** It gives the account up, which nobody takes back. */
    private static final String FINAL = "OVERDRAG_DEBITORKONTO";

    private static final String UNDO = "TILBAGEFOER_HANDLING";

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

    /** A type in one of its variants. */
    private record Way(Catalogue.Item item, Variant variant) {
        @Override
        public String toString() {
            return item.definition().code() + " " + variant.letter();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private final TestDatabase database;
        private final Map<String, Long> seedOf = new HashMap<>();
        private final TreeSet<String> carriedOut = new TreeSet<>();
        private Office office;
        private List<Way> ways = List.of();

        @SuppressWarnings("NullAway.Init")
        Contract(TestDatabase database) {
            this.database = database;
        }

        @BeforeAll
        void open() {
            office = new Office(database);
            ways = office.catalogue().items().stream()
                    .filter(item -> item.definition().mode() != Mode.LATER)
                    .filter(item -> !(item.type() instanceof UndoHandling<?>))
                    .flatMap(item ->
                            item.definition().variants().stream().sorted().map(each -> new Way(item, each)))
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
                var way = ways.get((int) ((seed * EACH + n) % ways.size()));
                var trial = new OneTrial(office, way, books, random);
                if (trial.run(seed % EVERY_SO_MANY_IN_COPIES == n)) carriedOut.add(way.toString());
            }
        }

        @AfterAll
        void the_books_hold_and_each_type_had_something_to_do() {
            try (office) {
                office.seal();
                assertThat(office.prove().invariants().stream()
                                .filter(each -> !each.holds())
                                .map(each -> each.name() + ": " + each.firstOffender() + ", of seed " + seed(each)))
                        .isEmpty();
                if (SEEDS >= 240)
                    assertThat(carriedOut)
                            .containsAll(ways.stream().map(Way::toString).toList());
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

        /** Open accounts mostly, some that are closed, and some on which nothing is left. */
        private static Books books(RandomBooks random, long seed) {
            var books = random.books();
            var isSettled = seed % 6 == 1;
            var state = seed % 6 == 0 ? AccountState.CLOSED : AccountState.OPEN;
            var accounts = books.accounts().stream()
                    .map(each -> new AccountCase(in(each.account(), state), each.unused()))
                    .toList();
            return new Books(
                    accounts,
                    books.claims().stream()
                            .filter(claim -> !isSettled || claim.standing().state() == ClaimState.ANNULLED)
                            .toList(),
                    isSettled ? List.of() : books.unused());
        }

        private static DebtorAccount in(DebtorAccount was, AccountState state) {
            return new DebtorAccount(was.id(), was.authority(), was.caseSystem(), was.debtor(), state, null, null);
        }
    }

    /** One request, before and after. */
    private static final class OneTrial {

        private final Office office;
        private final Way way;
        private final Books books;
        private final List<UUID> sources;
        private final List<UUID> targets;
        private final Object wish;

        OneTrial(Office office, Way way, Books books, RandomBooks random) {
            this.office = office;
            this.way = way;
            this.books = books;
            sources = way.variant().listsClaims() ? some(books.claimsOn(books.source()), random) : List.of();
            targets =
                    way.variant() == Variant.BETWEEN_CLAIMS ? some(books.claimsOn(books.target()), random) : List.of();
            wish = RandomWishes.of(way.item().type(), random, sources, targets);
        }

        /** Whether it was carried out. */
        boolean run(boolean copies) throws Exception {
            if (way.variant().listsClaims() && sources.isEmpty()) return false;
            if (way.variant() == Variant.BETWEEN_CLAIMS && targets.isEmpty()) return false;
            var identification = Ids.next();
            var request = request(way.item().definition().code(), wish).identified(identification);
            var before = kept();

            var tried = request.dry();
            assertThat(kept()).as("%s, tried", way).isEqualTo(before);

            var done = copies ? oneOf(request) : request.outcome();
            if (done instanceof Outcome.CarriedOut || done instanceof Outcome.AcceptedWithoutStatus) {
                isAsTried(identification, done, tried);
                undo(identification, before);
                return true;
            }
            if (!(done instanceof Outcome.Deferred))
                assertThat(done).as("%s", way).isEqualTo(tried);
            assertThat(kept()).as("%s, refused", way).isEqualTo(before);
            return false;
        }

        private void isAsTried(UUID identification, Outcome done, Outcome tried) {
            var result = Objects.requireNonNull(((Outcome.CarriedOut) tried).result());
            if (done instanceof Outcome.CarriedOut carriedOut && carriedOut.result() != null)
                assertThat(carriedOut.result()).as("%s", way).isEqualTo(result);
            assertThat(office.jdbc.queryForObject(
                            "select plan_fingerprint from request where identification = ?",
                            String.class,
                            identification))
                    .as("%s", way)
                    .isEqualTo(result.fingerprint());
        }

        private void undo(UUID original, List<String> before) {
            if (way.item().definition().code().equals(FINAL)) return;
            var undo = request(UNDO, Wishes.of(UNDO, original));
            var tried = undo.dry();
            var undone = undo.outcome();
            assertThat(undone).as("%s, undone", way).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(tried).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(balances()).as("%s, undone", way).isEqualTo(before.subList(1, before.size()));
        }

        /** Many copies at once: one is decided, the others get its receipt. */
        private static Outcome oneOf(Office.Wish request) throws Exception {
            Callable<Reply> copy = request::send;
            var decided = new ArrayList<Outcome>();
            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var reply : many.invokeAll(Collections.nCopies(COPIES, copy)))
                    if (reply.get() instanceof Reply.Decided one) decided.add(one.outcome());
                    else assertThat(reply.get()).isInstanceOf(Reply.DecidedBefore.class);
            }
            assertThat(decided).hasSize(1);
            return decided.getFirst();
        }

        private Office.Wish request(String code, Object parameters) {
            var request = office.wish(
                            code, way.variant(), books.source().account().id())
                    .claims(sources.toArray(UUID[]::new))
                    .targets(targets.toArray(UUID[]::new))
                    .with(parameters);
            return way.variant().hasTarget()
                    ? request.to(books.target().account().id())
                    : request;
        }

        /** How much is in the journal, and all kept rows. */
        private List<String> kept() {
            var all = new ArrayList<String>();
            all.add(String.valueOf(office.jdbc.queryForObject("select max(number) from entry", Long.class)));
            all.addAll(balances());
            return all;
        }

        private List<String> balances() {
            return KeptRows.of(
                    office,
                    books.accounts().stream().map(each -> each.account().id()).toList(),
                    books.claims().stream().map(ClaimCase::id).toList());
        }

        /** One or two of them, so that lists without a claim that refuses all occur often enough. */
        private static List<UUID> some(List<ClaimCase> claims, RandomBooks random) {
            var ids = new ArrayList<>(claims.stream().map(ClaimCase::id).toList());
            for (var n = ids.size(); n > 1; n--)
                Collections.swap(ids, n - 1, ids.indexOf(random.any(ids.subList(0, n))));
            return ids.subList(0, Math.min(ids.size(), random.once(2) ? 1 : 2));
        }
    }
}
