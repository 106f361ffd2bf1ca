package dk.debitorkonto.claim;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a party is liable for a claim, both days included; without a last day: still. */
public record Liability(
        UUID id, String party, LocalDate from, @Nullable LocalDate to) {

    public boolean runsAfter(LocalDate date) {
        return to == null || to.isAfter(date);
    }
}
