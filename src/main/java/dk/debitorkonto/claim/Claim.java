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

    /** What two claims have in common that correspond to each other, as the pairs of a move between accounts do. */
    public record Correspondence(
            String type,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    public Correspondence correspondence() {
        return new Correspondence(type, periodFrom, periodTo);
    }
}
