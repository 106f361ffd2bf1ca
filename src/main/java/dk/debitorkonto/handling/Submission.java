package dk.debitorkonto.handling;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as a door hands it to the desk.
 *
 * @param authority the municipality's CVR
 * @param requestId names a call and its repeats
 * @param receiver the it-system instance that the caller wants to reach, where it names one
 * @param unavailable a processing instruction that can't be followed here; refused after the agreement is known (CTX-05)
 * @param content the request in a form that is equal exactly when the request says the same
 * @param dryRun decide, and store nothing
 * @param fingerprint carry out only what has this fingerprint
 * @param receipt writes an outcome as the receipt that is stored and sent
 */
public record Submission(
        Sender sender,
        String authority,
        String transactionId,
        @Nullable UUID requestId,
        @Nullable UUID receiver,
        @Nullable String unavailable,
        HandlingRequest request,
        String content,
        boolean dryRun,
        @Nullable String fingerprint,
        Function<Outcome, String> receipt) {}
