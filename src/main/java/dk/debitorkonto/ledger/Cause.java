package dk.debitorkonto.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry was made.
 *
 * @param part the row of an import, as a JSON pointer
 */
public record Cause(Kind kind, UUID id, @Nullable String part) {

    public enum Kind {
        REQUEST,
        IMPORT,
        ROUTINE,
        PERSON
    }
}
