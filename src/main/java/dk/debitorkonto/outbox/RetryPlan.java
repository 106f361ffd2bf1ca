package dk.debitorkonto.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a failed try is followed by the next: at once (the first), 20 s, 1, 3, 9, 27 minutes, then hourly with ±20 % of chance
 * for 72 hours, then six-hourly to 14 days, the last try being at their end.
 */
final class RetryPlan {

    /** The waits after the first failed try, the second, and so on. */
    private static final List<Duration> FIRST = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(3),
            Duration.ofMinutes(9),
            Duration.ofMinutes(27));

    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration HOURLY_FOR = Duration.ofHours(72);
    private static final double SPREAD = 0.2;
    private static final Duration SIX_HOURLY = Duration.ofHours(6);
    /** For so long a message is tried; what isn't settled then is a person's. */
    static final Duration LONGEST = Duration.ofDays(14);

    private RetryPlan() {}

    /**
     * When a message that just failed is tried again; null where nothing is left but a person.
     *
     * @param failed how many tries failed, this one included
     * @param since when the message was first due
     * @param at when it was tried: a wait counts from there
     * @param chance from 0 to 1
     */
    static @Nullable Instant next(int failed, Instant since, Instant at, double chance) {
        var age = Duration.between(since, at);
        if (age.compareTo(LONGEST) >= 0) return null;
        if (failed <= FIRST.size()) return at.plus(FIRST.get(failed - 1));
        if (age.compareTo(HOURLY_FOR) < 0) return at.plus(spread(chance));
        var next = at.plus(SIX_HOURLY);
        var end = since.plus(LONGEST);
        return next.isBefore(end) ? next : end;
    }

    private static Duration spread(double chance) {
        return Duration.ofMillis(Math.round(HOURLY.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
    }

    /** The same for the same try of a message, and spread over messages, so that what failed together doesn't return together. */
    static double chance(UUID message, int tries) {
        var mixed = message.getLeastSignificantBits() ^ message.getMostSignificantBits() + 0x9e3779b97f4a7c15L * tries;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
