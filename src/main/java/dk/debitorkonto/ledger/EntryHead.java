package dk.debitorkonto.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an entry beside its postings.
 *
 * @param bookedAt when it was written
 * @param valueDate the day from which it counts
 * @param actor who wrote it: a case system's id, a person, or the system itself
 */
public record EntryHead(
        String authority,
        UUID id,
        Instant bookedAt,
        LocalDate valueDate,
        Cause cause,
        @Nullable String comment,
        String actor) {}
