package dk.debitorkonto.handling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor system outside said to a request that was passed on to it.
 *
 * @param expected when it means to carry out what it put off, where it says so
 * @param answerBy until when it means to answer, where it says so
 * @param text the receipt, as it is kept and handed back
 */
public record PeerReceipt(
        How how, @Nullable LocalDate expected, @Nullable LocalDate answerBy, String text) {

    /** The outcome, by the name that a request's row keeps. */
    public enum How {
        REJECTED,
        ACCEPTED_WITHOUT_STATUS,
        CARRIED_OUT,
        NOT_CARRIED_OUT,
        DEFERRED
    }

    public boolean promises() {
        return how == How.DEFERRED;
    }
}
