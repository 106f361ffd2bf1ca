package dk.debitorkonto.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A point on the two time axes.
 *
 * @param valueDate what counted on that day; absent: all that is booked
 * @param knownAt what was booked by then; absent: all that is booked
 * @param today the day by which holds run out where no other is asked for
 */
public record Moment(
        @Nullable LocalDate valueDate, @Nullable Instant knownAt, LocalDate today) {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    boolean isNow() {
        return valueDate == null && knownAt == null;
    }

    /** The day on which the claims are looked at. */
    LocalDate day() {
        return valueDate == null ? today : valueDate;
    }

    LocalDate lastValueDate() {
        return valueDate == null ? LAST_DAY : valueDate;
    }

    Instant lastBooking() {
        return knownAt == null ? Instant.parse("9999-12-31T00:00:00Z") : knownAt;
    }
}
