package dk.debitorkonto.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The demo's clock: another clock, but ahead of it by as much as it has been put forward; it never goes back. */
public final class MovableClock extends Clock {

    /** The name under which it is kept how far it is ahead. */
    public static final String KEPT_AS = "clock.ahead";

    private final Clock base;
    private final AtomicLong aheadMillis;

    public MovableClock(Clock base, Duration ahead) {
        this(base, new AtomicLong(ahead.toMillis()));
    }

    private MovableClock(Clock base, AtomicLong aheadMillis) {
        this.base = base;
        this.aheadMillis = aheadMillis;
    }

    /** How far it is ahead of the clock that it goes by. */
    public Duration ahead() {
        return Duration.ofMillis(aheadMillis.get());
    }

    /**
     * Puts it forward to {@code then}, from where it ticks on.
     *
     * @throws IllegalArgumentException where that would be back in time
     */
    public synchronized void moveTo(Instant then) {
        if (then.isBefore(instant())) throw new IllegalArgumentException("the clock never goes back");
        aheadMillis.set(Duration.between(base.instant(), then).toMillis());
    }

    /** Puts it at least so far ahead. */
    public void keepUpWith(Duration ahead) {
        aheadMillis.accumulateAndGet(ahead.toMillis(), Math::max);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    /** The same clock, moved with this one, that tells the dates of another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), aheadMillis);
    }
}
