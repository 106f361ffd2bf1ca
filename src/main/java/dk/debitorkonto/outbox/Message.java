package dk.debitorkonto.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is owed to a receiver, in the words that it is sent with at each try.
 *
 * @param id names the message to its receiver, who knows a repeat by it
 * @param request the row of the request that it answers
 * @param receiver the case system that it is for
 * @param body the whole envelope
 * @param madeAt when it was promised
 * @param notBefore the first try waits for it
 */
public record Message(
        UUID id, String authority, UUID request, UUID receiver, String body, Instant madeAt, Instant notBefore) {

    /** Where nobody knows whether the receipt was written to the caller, its answer waits for so long. */
    private static final Duration RECEIPT_WRITTEN_WITHIN = Duration.ofMinutes(1);

    /** The first moment at which what was promised at {@code promisedAt} may be answered, seen from {@code now}. */
    public static Instant notBefore(Instant promisedAt, Instant now) {
        var written = promisedAt.plus(RECEIPT_WRITTEN_WITHIN);
        return written.isAfter(now) ? written : now;
    }
}
