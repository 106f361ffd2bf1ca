package dk.debitorkonto.ledger.jdbc;

import java.time.Duration;
import java.util.TreeMap;

/**
 * Which entry number was the highest when, by the time that really went by ({@link System#nanoTime}), whatever a demo's clock says: an
 * entry with a number as high can only come later from a transaction that was under way then.
 */
final class SeenNumbers {

    /** Few transactions run for longer than this, and none for longer than {@link #LONGEST}. */
    private static final long USUAL = Duration.ofSeconds(5).toNanos();

    private static final long LONGEST = Duration.ofMinutes(30).toNanos();
    private static final long FAR_LOOK_EVERY = Duration.ofSeconds(20).toNanos();

    private final TreeMap<Long, Long> highest = new TreeMap<>();
    private long start;
    private long farLook;
    private boolean begun;

    /** What was the highest number at a time when all usual transactions of today's begin had not begun; 0 when not known. */
    long lately(long now) {
        return before(now, USUAL);
    }

    /** Entries up to this number are visible, or never will be. */
    long settled(long now) {
        return before(now, LONGEST);
    }

    boolean isFarLookDue(long now) {
        return !begun || since(farLook, now) >= FAR_LOOK_EVERY || since(start, now) < USUAL;
    }

    void lookedFar(long now) {
        farLook = now;
    }

    void saw(long number, long now) {
        if (!begun) {
            begun = true;
            start = now;
            farLook = now;
        }
        highest.put(now - start, number);
        var settled = highest.floorKey(now - start - LONGEST);
        if (settled != null) highest.headMap(settled).clear();
    }

    private long before(long now, long age) {
        var found = begun ? highest.floorEntry(now - start - age) : null;
        return found == null ? 0 : found.getValue();
    }

    private static long since(long then, long now) {
        return now - then;
    }
}
