package dk.debitorkonto.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ledger account: a kind and what it measures.
 *
 * @param subject the claim or payment; absent for the authority's own pots
 * @param detail a claim's cost family, or the debtor account on which an unused payment sits
 */
public record Pot(
        PotKind kind, @Nullable UUID subject, @Nullable String detail) {

    public Pot {
        if (kind.isOfSubject() != (subject != null) || kind.isOfSubject() != (detail != null))
            throw new IllegalArgumentException("a pot of kind " + kind + " can't be of " + subject + "/" + detail);
    }

    /** A pot of the authority's own books. */
    public static Pot of(PotKind kind) {
        return new Pot(kind, null, null);
    }

    /** As in {@code COVERED:<claim>:PRINCIPAL}. */
    @Override
    public String toString() {
        return subject == null ? kind.name() : kind + ":" + subject + ":" + detail;
    }
}
