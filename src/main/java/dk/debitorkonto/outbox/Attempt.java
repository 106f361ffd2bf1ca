package dk.debitorkonto.outbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message.
 *
 * @param at when it began, by the system's clock
 * @param url where it went
 * @param httpStatus absent where no response came
 * @param cameBack what was answered, or why nothing was; cut
 */
public record Attempt(
        Instant at, String url, @Nullable Integer httpStatus, Duration took, Result result, String cameBack) {

    /** What became of it. */
    public enum Result {
        ACCEPTED,
        REJECTED,
        FAILED
    }
}
