package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a request ended, or that it waits. */
public sealed interface Outcome {

    /** The name kept in the request's row. */
    String name();

    /** The request is wrong; nothing was done. */
    record Rejected(List<Refusal> refusals) implements Outcome {
        @Override
        public String name() {
            return "REJECTED";
        }
    }

    /** Accepted; no status is promised. */
    record AcceptedWithoutStatus(List<Remark> remarks) implements Outcome {
        @Override
        public String name() {
            return "ACCEPTED_WITHOUT_STATUS";
        }
    }

    /** Done now (or, of a dry run, what would be done); with a result where the type tells one. */
    record CarriedOut(@Nullable Result result, List<Remark> remarks) implements Outcome {
        @Override
        public String name() {
            return "CARRIED_OUT";
        }
    }

    /** Accepted for later. */
    record Deferred(
            WaitingFor waitingFor,
            LocalDate expected,
            @Nullable LocalDate answerBy,
            List<Remark> remarks) implements Outcome {
        @Override
        public String name() {
            return "DEFERRED";
        }
    }

    /** Understood, but the accounts' state prevents it; nothing was done. */
    record NotCarriedOut(List<Refusal> refusals) implements Outcome {
        @Override
        public String name() {
            return "NOT_CARRIED_OUT";
        }
    }

    /** What a deferred request waits for. */
    enum WaitingFor {
        DATE,
        PERSON,
        SECOND_PERSON,
        PEER
    }
}
