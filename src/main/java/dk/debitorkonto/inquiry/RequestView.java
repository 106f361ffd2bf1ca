package dk.debitorkonto.inquiry;

import dk.debitorkonto.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it.
 *
 * @param expected the day on which a deferred one is expected to be carried out
 * @param plan what a deferred one is about to do
 * @param note why it waits again, in Danish
 * @param receipt the receipt's XML
 * @param answer how far the answer has come
 * @param answerMessage the answer's XML
 * @param tries to send the answer, oldest first
 */
public record RequestView(
        UUID identification,
        UUID caseSystem,
        String authority,
        String handlingType,
        Instant receivedAt,
        @Nullable String outcome,
        @Nullable String waitingFor,
        @Nullable LocalDate expected,
        @Nullable Plan plan,
        @Nullable String note,
        @Nullable String receipt,
        String answer,
        @Nullable String answerMessage,
        List<Try> tries) {

    /** The same, with its answer's message and the tries to send it. */
    RequestView answeredBy(String message, List<Try> all) {
        return new RequestView(
                identification,
                caseSystem,
                authority,
                handlingType,
                receivedAt,
                outcome,
                waitingFor,
                expected,
                plan,
                note,
                receipt,
                answer,
                message,
                all);
    }

    /** @param amount the sum of its postings */
    public record Plan(
            String fingerprint,
            @Nullable Money amount,
            @Nullable Instant decidedAt) {}

    /**
     * One try to send an answer.
     *
     * @param httpStatus absent where no response came
     * @param result ACCEPTED, REJECTED or FAILED
     * @param cameBack what a person needs to see why it wasn't accepted: the reply, or why there was none; absent where it was
     */
    public record Try(
            Instant at,
            String url,
            @Nullable Integer httpStatus,
            long milliseconds,
            String result,
            @Nullable String cameBack) {}

    /** A request in a list. */
    public record Listed(
            UUID identification,
            UUID caseSystem,
            String authority,
            String handlingType,
            Instant receivedAt,
            @Nullable String outcome,
            @Nullable String waitingFor,
            @Nullable LocalDate expected,
            @Nullable Plan plan,
            @Nullable String note,
            String answer) {}
}
