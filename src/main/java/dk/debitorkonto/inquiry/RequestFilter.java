package dk.debitorkonto.inquiry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which requests are asked for; an absent part lets all through. */
public record RequestFilter(
        @Nullable OutcomeName outcome,
        @Nullable WaitingForName waitingFor,
        @Nullable AnswerName answer,
        @Nullable UUID caseSystem,
        @Nullable String authority) {

    /** How a request ended, or that it waits. */
    public enum OutcomeName {
        REJECTED,
        ACCEPTED_WITHOUT_STATUS,
        CARRIED_OUT,
        NOT_CARRIED_OUT,
        DEFERRED
    }

    /** What a deferred request waits for. */
    public enum WaitingForName {
        DATE,
        PERSON,
        SECOND_PERSON,
        PEER
    }

    /** How far the answer to a deferred request has come. */
    public enum AnswerName {
        NONE,
        PENDING,
        SENT,
        ACCEPTED,
        REJECTED,
        PARKED
    }
}
