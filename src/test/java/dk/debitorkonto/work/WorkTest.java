package dk.debitorkonto.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the agenda promises, on both databases, with the clock in hand. */
class WorkTest {

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

    abstract static class Contract {

        private static final UUID ROW = new UUID(0, 1);
        private static final UUID OTHER = new UUID(0, 2);

        private final TestDatabase database;
        private final MovableClock clock =
                new MovableClock(Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC), Duration.ZERO);
        private DataSource source;
        private JdbcTemplate jdbc;

        @SuppressWarnings("NullAway.Init")
        Contract(TestDatabase database) {
            this.database = database;
        }

        @BeforeEach
        void open() {
            source = database.fresh();
            jdbc = new JdbcTemplate(source);
        }

        @AfterEach
        void close() {
            ((com.zaxxer.hikari.HikariDataSource) source).close();
        }

        private WorkingNode node(Consumer<UUID> deed) {
            return new WorkingNode(source, clock, deed);
        }

        private void advance(WorkingNode node, Duration by) {
            clock.moveTo(clock.instant().plus(by));
            node.hear(new ClockMoved(clock.instant()));
        }

        private long count(String table) {
            return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
        }

        private Instant in(Duration wait) {
            return clock.instant().plus(wait);
        }

        @Test
        void does_at_its_time_what_was_put_on_the_agenda_and_not_before() {
            try (var node = node(row -> {})) {
                node.agenda.put("try", ROW, in(Duration.ofDays(7)));

                advance(node, Duration.ofDays(6));
                assertThat(node.done).isEmpty();
                advance(node, Duration.ofDays(1));
                assertThat(node.done).containsExactly(ROW);
                assertThat(count("scheduled_tasks")).isZero();
            }
        }

        @Test
        void does_once_what_was_put_several_times() {
            try (var node = node(row -> {})) {
                node.agenda.put("try", ROW, in(Duration.ofDays(1)));
                node.agenda.put("try", ROW, in(Duration.ofDays(2)));

                advance(node, Duration.ofDays(30));

                assertThat(node.done).containsExactly(ROW);
            }
        }

        @Test
        void forgets_what_was_put_in_a_transaction_that_is_taken_back() {
            try (var node = node(row -> {})) {
                new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(transaction -> {
                    node.agenda.put("try", ROW, clock.instant());
                    transaction.setRollbackOnly();
                });

                advance(node, Duration.ofDays(1));

                assertThat(count("scheduled_tasks")).isZero();
                assertThat(node.done).isEmpty();
            }
        }

        @Test
        void drops_what_needs_not_be_done_any_more() {
            try (var node = node(row -> {})) {
                node.agenda.put("try", ROW, in(Duration.ofDays(1)));
                node.agenda.drop("try", ROW);

                advance(node, Duration.ofDays(2));

                assertThat(node.done).isEmpty();
            }
        }

        @Test
        void parks_what_fails_each_time_and_does_the_rest() {
            try (var node = node(Contract::failForRow)) {
                node.agenda.put("try", ROW, clock.instant());
                node.agenda.put("try", OTHER, clock.instant());

                for (var n = 0; n < 5; n++) advance(node, Duration.ofHours(1));

                assertThat(node.done).containsExactly(OTHER);
                assertThat(node.agenda.isParked("try", ROW)).isTrue();
                assertThat(jdbc.queryForObject("select tries from parked_work", Integer.class))
                        .isEqualTo(5);
                assertThat(count("scheduled_tasks")).isZero();
            }
        }

        @Test
        void tries_again_what_was_parked_when_it_is_put_again() {
            try (var node = node(Contract::failForRow)) {
                node.agenda.put("try", ROW, clock.instant());
                for (var n = 0; n < 5; n++) advance(node, Duration.ofHours(1));
            }
            try (var mended = node(row -> {})) {
                mended.agenda.put("try", ROW, clock.instant());

                advance(mended, Duration.ofSeconds(1));

                assertThat(mended.done).containsExactly(ROW);
                assertThat(count("parked_work")).isZero();
            }
        }

        @Test
        void a_try_that_hangs_has_failed_and_holds_nobody_up() throws Exception {
            var released = new CountDownLatch(1);
            try (var node = node(row -> {
                if (row.equals(ROW)) await(released);
            })) {
                node.agenda.put("try", ROW, clock.instant());
                node.agenda.put("try", OTHER, clock.instant());

                advance(node, Duration.ofSeconds(1));

                assertThat(node.done).containsExactly(OTHER);
                assertThat(jdbc.queryForObject("select consecutive_failures from scheduled_tasks", Integer.class))
                        .isEqualTo(1);
                released.countDown();
            }
        }

        @Test
        void parks_what_was_being_done_each_time_that_its_process_was_killed() {
            killedOften(ROW, 5);
            killedOften(OTHER, 4);
            try (var node = node(row -> {})) {
                advance(node, Duration.ofMinutes(1));
                org.awaitility.Awaitility.await().until(() -> count("scheduled_tasks where picked = true") == 0);
                advance(node, Duration.ofMinutes(1));

                assertThat(node.done).containsExactly(OTHER);
                assertThat(node.agenda.isParked("try", ROW)).isTrue();
            }
        }

        /** As a node leaves it that was killed while it did this for the n-th time. */
        private void killedOften(UUID row, int times) {
            jdbc.update(
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                        + " consecutive_failures, last_heartbeat, version) values ('try', ?, ?, true, 'x', ?, ?, 2)",
                    row.toString(),
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    times,
                    OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }

        @Test
        void does_once_more_what_is_put_while_it_is_being_done() throws Exception {
            var begun = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            try (var node = node(row -> {
                begun.countDown();
                await(goOn);
            })) {
                node.agenda.put("try", ROW, clock.instant());
                assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
                node.agenda.put("try", ROW, in(Duration.ofHours(1)));
                goOn.countDown();
                org.awaitility.Awaitility.await().until(() -> node.done.size() == 1);

                advance(node, Duration.ofHours(2));

                assertThat(node.done).containsExactly(ROW, ROW);
                assertThat(count("scheduled_tasks")).isZero();
            }
        }

        @Test
        void two_nodes_do_each_once() {
            try (var one = node(row -> {});
                    var two = node(row -> {})) {
                var rows = Stream.iterate(1, n -> n + 1)
                        .limit(100)
                        .map(n -> new UUID(7, n))
                        .toList();
                rows.forEach(row -> one.agenda.put("try", row, in(Duration.ofHours(1))));

                clock.moveTo(in(Duration.ofHours(1)));
                List.of(one, two).parallelStream().forEach(node -> node.hear(new ClockMoved(clock.instant())));

                assertThat(Stream.concat(one.done.stream(), two.done.stream()))
                        .containsExactlyInAnyOrderElementsOf(rows);
            }
        }

        private static void failForRow(UUID row) {
            if (row.equals(ROW)) throw new IllegalStateException("planted");
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void a_duty_has_a_name() {
        assertThatThrownBy(() -> new Duty(" ", row -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
