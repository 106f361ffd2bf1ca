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
    /** A far look that takes long is taken less often: it has at most this part of the time. */
    private static final long FAR_LOOK_PART = 50;

    /** By the time since the first look. */
    private final TreeMap<Long, Long> highest = new TreeMap<>();

    private long start;
    private long nextFarLook;

    /** What the highest number was before any usual transaction that is under way had begun; at first, at the first look. */
    long lately(long now) {
        return highest.isEmpty() ? 0 : before(now, USUAL, highest.firstEntry().getValue());
    }

    /** Entries up to this number are visible, or never will be. */
    long settled(long now) {
        return before(now, LONGEST, 0);
    }

    boolean isFarLookDue(long now) {
        return highest.isEmpty() || now - start >= nextFarLook;
    }

    /** A far look has begun, and ended. */
    void lookedFar(long began, long ended) {
        nextFarLook = ended - start + Math.max(FAR_LOOK_EVERY, FAR_LOOK_PART * (ended - began));
    }

    /** That was the highest number at the beginning of a look. */
    void saw(long number, long now) {
        if (highest.isEmpty()) start = now;
        highest.put(now - start, number);
        var settled = highest.floorKey(now - start - LONGEST);
        if (settled != null) highest.headMap(settled).clear();
    }

    private long before(long now, long age, long otherwise) {
        var found = highest.floorEntry(now - start - age);
        return found == null ? otherwise : found.getValue();
    }
}
