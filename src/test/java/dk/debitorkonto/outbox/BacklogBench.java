package dk.debitorkonto.outbox;

import dk.debitorkonto.bench.Figures;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of answers to a receiver that is away for a day while they are made, by the clock in hand: how often it is tried
 * meanwhile, how many it gets at once when it is back, and when it has all.
 */
class BacklogBench {

    private static final Figures BACKLOG = new Figures("backlog");
    private static final String ADDRESS = "http://a/svar";
    private static final Duration AWAY = Duration.ofHours(24);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration TAKES = Duration.ofMillis(1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_a_day_away(TestDatabase database) throws Exception {
        var many = Integer.getInteger("bench.backlog", 20_000);
        var partner = new Away();
        try (var depot = new Depot(database);
                var couriers = depot.couriers(partner)) {
            var receiver = depot.caseSystem(ADDRESS);
            var steps = Math.toIntExact(AWAY.dividedBy(STEP));
            for (var step = 0; step < steps; step++) {
                for (var made = many * step / steps; made < many * (step + 1) / steps; made++) depot.message(receiver);
                depot.advance(STEP, couriers);
            }
            var triesWhileAway = partner.tries.getAndSet(0);
            partner.away.set(false);
            var back = System.nanoTime();
            var minutes = 0;
            for (; waiting(depot) > 0; minutes++) depot.advance(STEP, couriers);
            var seconds = (System.nanoTime() - back) / 1e9;
            BACKLOG.row(
                    "database", database,
                    "answers", many,
                    "tries in the day away", triesWhileAway,
                    "tries when it is back", partner.tries,
                    "most at once", partner.most,
                    "minutes by the clock until all are taken", minutes,
                    "answers/s", Math.round(many / seconds));
        }
    }

    private static int waiting(Depot depot) {
        return java.util.Objects.requireNonNull(
                depot.jdbc.queryForObject("select count(*) from message where due_at is not null", Integer.class));
    }

    private static final class Away implements Channel {

        private final AtomicBoolean away = new AtomicBoolean(true);
        private final AtomicInteger tries = new AtomicInteger();
        private final AtomicInteger flying = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public Response send(String address, java.util.UUID message, String body) throws InterruptedException {
            tries.incrementAndGet();
            most.accumulateAndGet(flying.incrementAndGet(), Math::max);
            try {
                Thread.sleep(TAKES.plusNanos(ThreadLocalRandom.current().nextLong(TAKES.toNanos())));
                return new Response(
                        address,
                        away.get() ? null : 200,
                        away.get() ? Attempt.Result.FAILED : Attempt.Result.ACCEPTED,
                        "");
            } finally {
                flying.decrementAndGet();
            }
        }
    }
}
