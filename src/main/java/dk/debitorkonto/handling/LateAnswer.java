package dk.debitorkonto.handling;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of a deferred request, to be told to its sender.
 *
 * @param id names the answer, also to a receiver who gets it twice
 * @param request what was asked for, as it was kept
 * @param transactionId of the request, its receipt and this answer
 * @param outcome carried out, or not
 * @param decidedAt when it became final
 */
public record LateAnswer(
        UUID id,
        HandlingRequest request,
        Sender sender,
        String authority,
        String transactionId,
        Outcome outcome,
        Instant decidedAt) {

    /** Writes an answer as the message that is sent. */
    @FunctionalInterface
    public interface Writer {
        String write(LateAnswer answer);
    }
}
