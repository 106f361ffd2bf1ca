package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final long SEEDS = Long.getLong("seeds", 120);
    /** Types in variants that are tried for each seed, each on two accounts of its own. */
    private static final int EACH = 5;

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
        private List<DeskSetting.Way> ways = List.of();

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
                            item.definition().variants().stream().sorted().map(each -> new DeskSetting.Way(item, each)))
                    .toList();
        }

        @ParameterizedTest(name = "seed {0}")
        @MethodSource("dk.debitorkonto.handling.EveryTypeOnTheDeskTest#seeds")
        void keeps_its_promises_on_the_accounts_of(long seed) throws Exception {
            for (var n = 0; n < EACH; n++) {
                var number = seed * EACH + n;
                var way = ways.get((int) (number % ways.size()));
                var setting = DeskSetting.of(way, number);
                remember(setting.books(), seed);
                RandomRows.write(office, setting.books());
                if (new DeskTrial(office, way, setting).run(seed % EVERY_SO_MANY_IN_COPIES == n))
                    carriedOut.add(way.toString());
            }
        }

        private void remember(Books books, long seed) {
            books.claims().forEach(claim -> seedOf.put(claim.id().toString(), seed));
            books.accounts().forEach(each -> seedOf.put(each.account().id().toString(), seed));
            books.unused().forEach(each -> seedOf.put(each.payment().toString(), seed));
        }

        @AfterAll
        void the_books_hold_and_each_type_had_something_to_do() {
            try (var closed = office) {
                closed.seal();
                assertThat(closed.prove().invariants().stream()
                                .filter(each -> !each.holds())
                                .map(each -> each.name() + ": " + each.firstOffender() + ", of seed " + seed(each)))
                        .isEmpty();
                if (SEEDS >= 120)
                    assertThat(carriedOut)
                            .containsAll(
                                    ways.stream().map(DeskSetting.Way::toString).toList());
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
    }
}
