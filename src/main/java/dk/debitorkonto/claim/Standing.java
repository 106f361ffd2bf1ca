package dk.debitorkonto.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim's state as kept, with the last day of a hold.
 *
 * @param holdTo the hold's last day; absent: until further notice, or not on hold
 */
public record Standing(ClaimState state, @Nullable LocalDate holdTo) {

    public Standing {
        if (holdTo != null && state != ClaimState.ON_HOLD)
            throw new IllegalArgumentException("only a hold has a last day, not " + state);
    }

    /** The state on {@code date}: a hold counts as in collection from the day after its last. */
    public ClaimState on(LocalDate date) {
        return holdTo != null && date.isAfter(holdTo) ? ClaimState.IN_COLLECTION : state;
    }

    /** As in {@code ON_HOLD 2026-05-01}. */
    public String text() {
        return holdTo == null ? state.name() : state + " " + holdTo;
    }

    public static Standing parse(String text) {
        var space = text.indexOf(' ');
        return space < 0
                ? new Standing(ClaimState.valueOf(text), null)
                : new Standing(
                        ClaimState.valueOf(text.substring(0, space)), LocalDate.parse(text.substring(space + 1)));
    }
}
