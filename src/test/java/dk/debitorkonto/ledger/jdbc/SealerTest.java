package dk.debitorkonto.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the sealer finds though it comes late. */
class SealerTest {

    private static final String AUTHORITY = "11111111";
    private static final String ENTRY = """
        insert into entry (authority, id, booked_at, value_date, cause_kind, cause, actor)
        values ('11111111', '%1$s', timestamp with time zone '2020-01-01 00:00:00+00:00', date '2020-01-01', 'PERSON', '%1$s', 'anna')
        """;

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @EnumSource
    void seals_what_a_long_transaction_booked_before_the_clock_was_put_forward(TestDatabase kind) throws Exception {
        try (var database = kind.fresh();
                var slow = database.getConnection()) {
            var jdbc = new JdbcTemplate(database);
            var sealer = new Sealer(jdbc, new JdbcTransactionManager(database), new Chain(jdbc), nanos::get);
            jdbc.update("insert into authority (cvr, name) values (?, 'Eksempelby')", AUTHORITY);
            slow.setAutoCommit(false);
            book(slow);
            // Booked by a clock that is years behind the sealer's by now.
            for (var minute = 0; minute < 29; minute++) {
                jdbc.execute(ENTRY.formatted(UUID.randomUUID()));
                sealer.sealAll();
                pass(Duration.ofMinutes(1));
            }
            slow.commit();
            sealer.sealAll();
            assertThat(unsealed(jdbc)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_back_no_further_than_the_longest_transaction(TestDatabase kind) {
        try (var database = kind.fresh()) {
            var jdbc = new JdbcTemplate(database);
            var sealer = new Sealer(jdbc, new JdbcTransactionManager(database), new Chain(jdbc), nanos::get);
            jdbc.update("insert into authority (cvr, name) values (?, 'Eksempelby')", AUTHORITY);
            for (var entry = 0; entry < 3; entry++) {
                jdbc.execute(ENTRY.formatted(UUID.randomUUID()));
                sealer.sealAll();
                pass(Duration.ofMinutes(30));
            }
            assertThat(jdbc.queryForObject("select sealed_through from seal_head", Long.class))
                    .isEqualTo(jdbc.queryForObject("select max(number) - 1 from entry", Long.class));
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void book(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ENTRY.formatted(UUID.randomUUID()));
        }
    }

    private static long unsealed(JdbcTemplate jdbc) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from entry e where not exists (select 1 from seal s where s.entry = e.id)",
                Long.class));
    }
}
