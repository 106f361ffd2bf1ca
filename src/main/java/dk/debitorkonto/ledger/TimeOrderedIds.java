package dk.debitorkonto.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Makes ids that sort by the time at which they were made (UUID version 7, RFC 9562), so that indexes grow at one end. */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds and a counter in them, of the id made last. */
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        var now = clock.millis() << COUNTER_BITS;
        var stamp = last.updateAndGet(was -> Math.max(was + 1, now));
        var most = (stamp & ~COUNTER) << (Long.SIZE - 48 - COUNTER_BITS) | VERSION | stamp & COUNTER;
        return new UUID(most, random.nextLong() >>> 2 | VARIANT);
    }
}
