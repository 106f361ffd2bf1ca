package dk.debitorkonto.claim;

import java.time.LocalDate;
import java.util.UUID;

/** A letter sent on a claim. */
public record Notice(UUID id, Kind kind, LocalDate sent) {

    public enum Kind {
        INVOICE,
        REMINDER
    }
}
