package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk made of a request.
 *
 * @param effectDate the date that it takes effect, where it was got that far
 * @param plan what to write, where something is
 * @param undoes the earlier request's row, of an undo
 */
record Decided(
        Outcome outcome,
        @Nullable LocalDate effectDate,
        @Nullable Plan plan,
        @Nullable Result result,
        @Nullable UUID undoes) {

    static Decided refused(Refusals refusals, @Nullable LocalDate effectDate) {
        return new Decided(refusals.outcome(), effectDate, null, null, null);
    }
}
