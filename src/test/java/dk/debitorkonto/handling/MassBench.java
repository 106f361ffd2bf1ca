package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many claims a second one mass handling takes, over accounts of several sizes. */
class MassBench {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void over_accounts_of_several_sizes(TestDatabase database) {
        try (var office = new Office(database)) {
            for (var size : List.of(1_000, 10_000, Integer.getInteger("bench.claims", 50_000))) {
                var account = office.accountOf(size);
                if (database == TestDatabase.POSTGRESQL) office.jdbc.execute("analyze");
                time(
                        database,
                        size,
                        "RET_FORDRING_TILSTAND",
                        () -> office.wish("RET_FORDRING_TILSTAND", Variant.ONE_ACCOUNT, account)
                                .with(Wishes.of("RET_FORDRING_TILSTAND", ClaimState.ON_HOLD, Wishes.ABSENT))
                                .outcome());
                time(
                        database,
                        size,
                        "NEDREGULER_RENTE_GEBYR",
                        () -> office.wish("NEDREGULER_RENTE_GEBYR", Variant.ONE_ACCOUNT, account)
                                .with(Wishes.of("NEDREGULER_RENTE_GEBYR", List.of(CostFamily.REMINDER_FEE)))
                                .outcome());
            }
        }
    }

    private static void time(TestDatabase database, int size, String what, java.util.function.Supplier<Outcome> work) {
        var start = System.nanoTime();
        var outcome = work.get();
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "BENCH %s %s %d claims %.2f s %.0f claims/s %s%n",
                database, what, size, seconds, size / seconds, outcome.name());
    }
}
