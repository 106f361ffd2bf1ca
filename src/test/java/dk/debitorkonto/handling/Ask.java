package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish of a type, and what it is about.
 *
 * @param sources the list of claims, of the one account or of the source; empty: all of the account
 * @param between whether it is about two accounts
 */
public record Ask<W>(
        HandlingType<W> type,
        W wish,
        LocalDate effectDate,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        List<UUID> sources,
        List<UUID> targets,
        boolean between) {

    public Variant variant() {
        if (between) return sources.isEmpty() ? Variant.BETWEEN_ACCOUNTS : Variant.BETWEEN_CLAIMS;
        return sources.isEmpty() ? Variant.ONE_ACCOUNT : Variant.CLAIMS;
    }

    HandlingRequest request(Books books, HandlingDefinition definition) {
        return new HandlingRequest(
                new UUID(0, 1),
                definition.uuid(),
                variant(),
                books.source().account().id(),
                between ? books.target().account().id() : null,
                sources,
                targets,
                periodFrom,
                periodTo,
                effectDate,
                null,
                null,
                null,
                new HandlingRequest.Parameters.Read(Objects.requireNonNull(wish)));
    }
}
