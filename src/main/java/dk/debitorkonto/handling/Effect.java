package dk.debitorkonto.handling;

import java.util.UUID;

/** A claim or an account that a handling changes, before and after. */
public record Effect(UUID subject, Snapshot before, Snapshot after) {

    public boolean isOfClaim() {
        return before instanceof Snapshot.OfClaim;
    }
}
