package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.jdbc.KeptSettings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps how far the demo's clock is ahead, so that all nodes go by the same time, and each after its next start. */
@Component
@Profile("!production")
final class KeptClock {

    private final MovableClock clock;
    private final KeptSettings kept;

    KeptClock(MovableClock clock, KeptSettings kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** Goes as far ahead as any node's clock was put. */
    @Scheduled(fixedDelay = 1_000)
    void follow() {
        kept.find(MovableClock.KEPT_AS).map(Duration::parse).ifPresent(clock::keepUpWith);
    }

    /**
     * Puts the clock forward, here at once and on other nodes within seconds.
     *
     * @throws IllegalArgumentException where {@code then} is past by any node's clock
     */
    synchronized void moveTo(Instant then) {
        follow();
        clock.moveTo(then);
        kept.keep(MovableClock.KEPT_AS, clock.ahead().toString());
    }
}
