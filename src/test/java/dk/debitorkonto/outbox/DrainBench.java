package dk.debitorkonto.outbox;

import dk.debitorkonto.bench.Figures;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many answers a second leave when many wait for one receiver, which fails one try in ten and else answers at once. */
class DrainBench {

    private static final Figures ANSWERS = new Figures("answers");
    private static final String ADDRESS = "http://a/svar";
    private static final int BATCH = 1_000;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_receiver(TestDatabase database) throws Exception {
        var many = Integer.getInteger("bench.answers", 100_000);
        var tried = ConcurrentHashMap.<UUID>newKeySet();
        Channel channel = (address, message, body) -> new Channel.Response(
                address,
                200,
                message.hashCode() % 10 == 0 && tried.add(message) ? Attempt.Result.FAILED : Attempt.Result.ACCEPTED,
                "");
        try (var depot = new Depot(database);
                var couriers = depot.couriers(channel)) {
            fill(depot, many, database);
            var start = System.nanoTime();
            depot.advance(Duration.ZERO, couriers);
            for (var left = 100; left > 0 && waiting(depot) > 0; left--) depot.advance(Duration.ofMinutes(1), couriers);
            var seconds = (System.nanoTime() - start) / 1e9;
            var tries = java.util.Objects.requireNonNull(
                    depot.jdbc.queryForObject("select count(*) from attempt", Integer.class));
            ANSWERS.row(
                    "database",
                    database,
                    "answers",
                    many,
                    "tries",
                    tries,
                    "still waiting",
                    waiting(depot),
                    "seconds",
                    Math.round(seconds),
                    "answers/s",
                    Math.round(many / seconds));
        }
    }

    private static int waiting(Depot depot) {
        return java.util.Objects.requireNonNull(
                depot.jdbc.queryForObject("select count(*) from message where due_at is not null", Integer.class));
    }

    private static void fill(Depot depot, int many, TestDatabase database) {
        var receiver = depot.caseSystem(ADDRESS);
        var at = Depot.START.atOffset(ZoneOffset.UTC);
        for (var from = 0; from < many; from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            for (var i = 0; i < BATCH; i++) {
                var id = new UUID(from + i, 7);
                rows.add(new Object[] {id, Depot.CVR, receiver, id, at, id, at});
            }
            depot.jdbc.batchUpdate("""
                insert into request (id, authority, sender_cvr, case_system, identification, transaction_id, received_at,
                                     handling_type, variant, account, content, outcome, persons, answer, told_at)
                values (?, '11111111', ?, ?, ?, 'bench', ?, 'TEST', 'E', ?, '', 'CARRIED_OUT', 0, 'PENDING', ?)
                """, rows);
            depot.jdbc.batchUpdate(
                    """
                    insert into message (id, authority, request, receiver, body, made_at, state, tries, failed, since, due_at, unaddressed)
                    values (?, '11111111', ?, ?, '<body/>', ?, 'PENDING', 0, 0, ?, ?, false)
                    """,
                    rows.stream()
                            .map(row -> new Object[] {row[0], row[0], receiver, at, at, at})
                            .toList());
        }
        if (database == TestDatabase.POSTGRESQL) depot.jdbc.execute("analyze");
    }
}
