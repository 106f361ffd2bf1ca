package dk.debitorkonto.inquiry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise that an answer follows: a receipt with HandlingUdsat.
 *
 * @param expected the day named in the receipt
 * @param answerBy the last day on which the sender has use for it
 * @param waitingFor why it waits to be carried out; absent when it was
 * @param answer how far the answer has come
 */
public record PromiseView(
        UUID identification,
        UUID caseSystem,
        String authority,
        String handlingType,
        State state,
        @Nullable LocalDate expected,
        @Nullable LocalDate answerBy,
        @Nullable String outcome,
        @Nullable String waitingFor,
        String answer,
        @Nullable String note) {

    /** Whether a promise has been kept. */
    public enum State {
        /** The answer was accepted. */
        KEPT,
        /** No answer was accepted yet, and its day hasn't passed. */
        DUE,
        /** No answer was accepted though its day has passed. */
        BROKEN
    }
}
