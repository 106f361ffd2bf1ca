package dk.debitorkonto.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spares a receiver that fails: after five failures in a row nothing is sent to it for a minute, then one try is let through.
 *
 * @param failures in a row, whichever message it was
 * @param heldUntil nothing is sent before
 */
public record Circuit(int failures, @Nullable Instant heldUntil) {

    public static final Circuit CLOSED = new Circuit(0, null);

    private static final int MOST_IN_FLIGHT = 4;
    private static final int MOST_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** How many tries may be in flight at once. */
    int places(Instant now) {
        if (heldUntil != null && now.isBefore(heldUntil)) return 0;
        return failures >= MOST_FAILURES ? 1 : MOST_IN_FLIGHT;
    }

    /** After a try: a receiver that refuses a message works as well as one that takes it. */
    Circuit after(Attempt attempt, Instant now) {
        if (attempt.result() != Attempt.Result.FAILED) return CLOSED;
        var more = failures + 1;
        return new Circuit(more, more >= MOST_FAILURES ? now.plus(PAUSE) : null);
    }
}
