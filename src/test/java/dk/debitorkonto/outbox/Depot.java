package dk.debitorkonto.outbox;

import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.outbox.jdbc.DueRows;
import dk.debitorkonto.outbox.jdbc.MessageRows;
import dk.debitorkonto.outbox.jdbc.ReceiverRows;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An outbox over a fresh database, with a clock that is ticked by hand. */
final class Depot implements AutoCloseable {

    static final Instant START = Instant.parse("2026-07-01T08:00:00Z");
    static final String CVR = "22222222";
    private static final String AUTHORITY = "11111111";

    /** Of these tests alone: not a @Configuration, which a whole application would find. */
    @ComponentScan("dk.debitorkonto.outbox")
    static class Wiring {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        MovableClock clock() {
            return new MovableClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final JdbcTemplate jdbc;
    final Outbox outbox;
    final MovableClock clock;

    Depot(TestDatabase database) {
        context.registerBean(DataSource.class, database::fresh);
        context.register(Wiring.class);
        context.refresh();
        jdbc = context.getBean(JdbcTemplate.class);
        outbox = context.getBean(Outbox.class);
        clock = context.getBean(MovableClock.class);
        jdbc.update("insert into authority (cvr, name) values (?, 'Testkommune')", AUTHORITY);
    }

    /** A node. */
    Couriers couriers(Channel channel) {
        return new Couriers(
                context.getBean(MessageRows.class),
                context.getBean(DueRows.class),
                context.getBean(ReceiverRows.class),
                channel,
                clock);
    }

    /** Puts the clock forward, and has the node do what is due by then. */
    void advance(Duration by, Couriers couriers) throws InterruptedException {
        clock.moveTo(clock.instant().plus(by));
        couriers.moved(new ClockMoved(clock.instant()));
    }

    UUID caseSystem(@Nullable String callback) {
        var id = UUID.randomUUID();
        jdbc.update("insert into case_system (id, cvr, name, callback) values (?, ?, 'Test', ?)", id, CVR, callback);
        return id;
    }

    void hasCallback(UUID caseSystem, @Nullable String callback) {
        jdbc.update("update case_system set callback = ? where id = ?", callback, caseSystem);
    }

    /** A deferred request, whose receipt may have been written. */
    UUID request(UUID caseSystem, boolean told) {
        var id = UUID.randomUUID();
        jdbc.update(
                """
                insert into request (id, authority, sender_cvr, case_system, identification, transaction_id, received_at,
                                     handling_type, variant, account, content, outcome, persons, answer, told_at)
                values (?, ?, ?, ?, ?, 'test', ?, 'TEST', 'E', ?, '', 'DEFERRED', 0, 'NONE', ?)
                """,
                id,
                AUTHORITY,
                CVR,
                caseSystem,
                id,
                START.atOffset(ZoneOffset.UTC),
                id,
                told ? START.atOffset(ZoneOffset.UTC) : null);
        return id;
    }

    /** Puts an answer to a request whose receipt was written; named as its request. */
    UUID message(UUID caseSystem) {
        return answer(request(caseSystem, true), caseSystem);
    }

    UUID answer(UUID request, UUID caseSystem) {
        var now = clock.instant();
        outbox.put(new Message(
                request, AUTHORITY, request, caseSystem, "<body of='" + request + "'/>", now, now.plusSeconds(60)));
        return request;
    }

    /** The message's state, which its request's row has to tell too. */
    Delivery.State state(UUID message) {
        var state = one("select state from message where id = ?", message);
        var answer = one("select answer from request where id = ?", message);
        if (!state.equals(answer)) throw new AssertionError("the message is " + state + ", the answer " + answer);
        return Delivery.State.valueOf(state);
    }

    private String one(String sql, UUID id) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, String.class, id));
    }

    List<String> results(UUID message) {
        return jdbc.queryForList("select result from attempt where message = ? order by number", String.class, message);
    }

    @Override
    public void close() {
        var source = context.getBean(DataSource.class);
        context.close();
        ((com.zaxxer.hikari.HikariDataSource) source).close();
    }
}
