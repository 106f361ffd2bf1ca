package dk.debitorkonto.handling;

import dk.debitorkonto.bench.Figures;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many claims a second one mass handling takes, over accounts of several sizes, in the heap that the build gives it. */
class MassBench {

    private static final Figures MASS = new Figures("mass");
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.claims", "1000,10000,50000,250000")
                            .split(","))
            .map(Integer::valueOf)
            .toList();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void over_accounts_of_several_sizes(TestDatabase database) {
        try (var office = new Office(database)) {
            warmUp(office);
            for (var size : SIZES) {
                var account = office.accountOf(size);
                if (database == TestDatabase.POSTGRESQL) office.jdbc.execute("analyze");
                time(database, size, "RET_FORDRING_TILSTAND", () -> hold(office, account));
                time(database, size, "NEDREGULER_RENTE_GEBYR", () -> waive(office, account));
            }
        }
    }

    private static void warmUp(Office office) {
        for (var n = 0; n < 5; n++) {
            var account = office.accountOf(2_000);
            hold(office, account);
            waive(office, account);
        }
    }

    private static Outcome hold(Office office, UUID account) {
        return office.wish("RET_FORDRING_TILSTAND", Variant.ONE_ACCOUNT, account)
                .with(Wishes.of("RET_FORDRING_TILSTAND", ClaimState.ON_HOLD, Wishes.ABSENT))
                .outcome();
    }

    private static Outcome waive(Office office, UUID account) {
        return office.wish("NEDREGULER_RENTE_GEBYR", Variant.ONE_ACCOUNT, account)
                .with(Wishes.of("NEDREGULER_RENTE_GEBYR", List.of(CostFamily.REMINDER_FEE)))
                .outcome();
    }

    private static void time(TestDatabase database, int size, String type, Supplier<Outcome> work) {
        var start = System.nanoTime();
        var outcome = work.get();
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!(outcome instanceof Outcome.CarriedOut)) throw new IllegalStateException(outcome.toString());
        MASS.row(
                "database",
                database,
                "type",
                type,
                "claims",
                size,
                "seconds",
                String.format(Locale.ROOT, "%.2f", seconds),
                "claims/s",
                Math.round(size / seconds),
                "heap MB",
                Runtime.getRuntime().maxMemory() >> 20);
    }
}
