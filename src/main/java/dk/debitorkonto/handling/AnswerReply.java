package dk.debitorkonto.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the desk says to an answer from outside. */
public sealed interface AnswerReply {

    /** Accepted now: the request has ended, and its sender is owed the answer. */
    record Taken(String receipt) implements AnswerReply {}

    /** Accepted before: the receipt stored then. */
    record TakenBefore(String receipt, Instant firstReceived) implements AnswerReply {}

    /**
     * Refused, and not kept.
     *
     * @param before what the answer said the first time, where it now says something else
     */
    record Refused(Why why, @Nullable String before) implements AnswerReply {}

    /** The header can't be followed: another municipality (CTX-03), a processing instruction (CTX-05), RequestId reused (CTX-01). */
    record HeaderRefused(String code, String detail) implements AnswerReply {}

    /** The sender is no registered debtor system. */
    record NoAgreement() implements AnswerReply {}

    /** Why an answer is refused, in order of precedence. */
    enum Why {
        REQUEST_UNKNOWN("DKA-500"),
        WRONG_SENDER("DKA-503"),
        ANSWERED_OTHERWISE("DKA-502"),
        NOT_DEFERRED("DKA-501");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
