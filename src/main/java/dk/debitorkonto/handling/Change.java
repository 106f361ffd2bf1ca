package dk.debitorkonto.handling;

import dk.debitorkonto.ledger.Posting;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a handling can do to the world: move money, or turn one fact. Swapped, each undoes itself. */
public sealed interface Change {

    Change swapped();

    /**
     * Money from one pot to another.
     *
     * @param notBefore the value date of the payment, or the claim's invoice date, that the posting is about
     * @param accrued the accrual date of a charge that the posting makes; absent for all else
     */
    record Moves(
            Posting posting, LocalDate notBefore, @Nullable LocalDate accrued) implements Change {
        @Override
        public Moves swapped() {
            return new Moves(posting.swapped(), notBefore, null);
        }
    }

    /**
     * One fact from one value to another; absent is a value.
     *
     * @param subject the claim or account
     * @param part the respite, liability or notice; else the subject again
     */
    record Turns(
            FactKind kind,
            UUID subject,
            UUID part,
            @Nullable String before,
            @Nullable String after) implements Change {
        @Override
        public Turns swapped() {
            return new Turns(kind, subject, part, after, before);
        }
    }

    /** What can turn, and how its value is written. */
    enum FactKind {
        /** State, with a hold's last day: {@code ON_HOLD 2026-05-01}. */
        CLAIM_STATE,
        /** The debtor account's id. */
        CLAIM_ACCOUNT,
        /** First and last day. */
        RESPITE,
        /** The last day of a wish that reminders rest. */
        CLAIM_STOP,
        ACCOUNT_STOP,
        ACCOUNT_STATE,
        /** First day, last day or {@code -}, party. */
        LIABILITY,
        /** The main claim's id. */
        RELATION,
        /** Kind and date. */
        NOTICE
    }
}
