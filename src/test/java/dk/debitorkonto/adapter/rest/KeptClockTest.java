package dk.debitorkonto.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.jdbc.KeptSettings;
import dk.debitorkonto.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's clocks of two nodes over one database. */
class KeptClockTest {

    private static final Instant START = Instant.parse("2026-07-01T10:00:00Z");

    private final HikariDataSource database = TestDatabase.H2.fresh();
    private final MovableClock here = new MovableClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
    private final MovableClock there = new MovableClock(Clock.fixed(START, ZoneOffset.UTC), Duration.ZERO);
    private final KeptClock keptHere = kept(here);
    private final KeptClock keptThere = kept(there);

    private KeptClock kept(MovableClock clock) {
        return new KeptClock(clock, new KeptSettings(JdbcClient.create(database)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobody_has_put_it_forward() {
        keptThere.follow();

        assertThat(there.instant()).isEqualTo(START);
    }

    @Test
    void another_node_follows() {
        keptHere.moveTo(START.plus(Duration.ofDays(7)));
        keptThere.follow();

        assertThat(there.instant()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void what_is_past_elsewhere_is_past_here() {
        keptHere.moveTo(START.plus(Duration.ofDays(7)));

        assertThatThrownBy(() -> keptThere.moveTo(START.plus(Duration.ofDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(there.instant()).isEqualTo(START.plus(Duration.ofDays(7)));
    }

    @Test
    void a_node_that_is_further_stays_so() {
        there.moveTo(START.plus(Duration.ofDays(9)));
        keptHere.moveTo(START.plus(Duration.ofDays(7)));
        keptThere.follow();

        assertThat(there.instant()).isEqualTo(START.plus(Duration.ofDays(9)));
    }
}
