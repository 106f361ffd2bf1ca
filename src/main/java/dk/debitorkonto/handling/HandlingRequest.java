package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to have something done, in the desk's own words.
 *
 * @param handlingType the catalogue's UUID of the type
 * @param claims the list of the one account, or of the source
 * @param answerBy the last day on which an answer is of use
 */
public record HandlingRequest(
        UUID identification,
        UUID handlingType,
        Variant variant,
        UUID account,
        @Nullable UUID targetAccount,
        List<UUID> claims,
        List<UUID> targetClaims,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate effectDate,
        @Nullable UUID reason,
        @Nullable String reasonText,
        @Nullable LocalDate answerBy,
        Parameters parameters) {

    /** The same, with the date that was fixed at its receipt, and parameters that were read again. */
    public HandlingRequest fixed(@Nullable LocalDate date, Parameters read) {
        return new HandlingRequest(
                identification,
                handlingType,
                variant,
                account,
                targetAccount,
                claims,
                targetClaims,
                periodFrom,
                periodTo,
                date,
                reason,
                reasonText,
                answerBy,
                read);
    }

    /** The claims that a request names. */
    public record Lists(List<UUID> claims, List<UUID> targetClaims) {}

    /** The parameters as far as the door could read them. */
    public sealed interface Parameters {

        /** The type's own record. */
        record Read(Object wish) implements Parameters {}

        /** What the door could not read, and why. */
        record Unread(List<Refusal> refusals) implements Parameters {}
    }
}
