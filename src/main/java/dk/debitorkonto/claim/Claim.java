package dk.debitorkonto.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What doesn't change of a claim. */
public record Claim(
        UUID id,
        String type,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate invoiceDate,
        LocalDate dueDate,
        @Nullable LocalDate lastTimelyPayment) {

    /** The last day on which a payment is in time. */
    public LocalDate payableTo() {
        return lastTimelyPayment == null ? dueDate : lastTimelyPayment;
    }

    /** Whether it is the same kind of claim for the same period, as the pairs of a move between accounts are. */
    public boolean correspondsTo(Claim other) {
        return type.equals(other.type)
                && java.util.Objects.equals(periodFrom, other.periodFrom)
                && java.util.Objects.equals(periodTo, other.periodTo);
    }
}
