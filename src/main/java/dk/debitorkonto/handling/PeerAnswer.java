package dk.debitorkonto.handling;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer from a debtor system outside, as a door hands it to the desk.
 *
 * @param id names the answer, also where it comes twice
 * @param head who sends it to whom, and what its header asks
 * @param request the identification of the request that it answers
 * @param carriedOut whether the request was
 * @param content the answer in a form that is equal exactly when the answer says the same
 * @param message writes it as the message that the request's sender gets
 * @param receipt writes the receipt of an accepted one
 */
public record PeerAnswer(
        UUID id,
        Head head,
        UUID request,
        boolean carriedOut,
        String content,
        Function<Addressee, String> message,
        Supplier<String> receipt) {

    /**
     * Who sends it to whom.
     *
     * @param from the debtor system
     * @param toCvr of the request's sender
     * @param to the request's sender, where the answer names it
     * @param authority the municipality, where the answer names it
     * @param requestId names the call and its repeats
     * @param unavailable a processing instruction, none of which can be followed here (CTX-05)
     */
    public record Head(
            Sender from,
            String toCvr,
            @Nullable UUID to,
            @Nullable String authority,
            @Nullable UUID requestId,
            @Nullable String unavailable) {}

    /** The request's sender, and what its answer has to name. */
    public record Addressee(Sender sender, String authority, String transactionId) {}
}
