package dk.debitorkonto.claim;

import java.time.LocalDate;
import java.util.UUID;

/** Respite on a claim, both days included. */
public record Respite(UUID id, LocalDate from, LocalDate to) {

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return !otherFrom.isAfter(to) && !otherTo.isBefore(from);
    }
}
