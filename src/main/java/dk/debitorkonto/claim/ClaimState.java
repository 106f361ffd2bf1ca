package dk.debitorkonto.claim;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A claim's life; the arrows are data, so that one look reads them. Any arrow back is an undo's alone. */
public enum ClaimState {
    REGISTERED,
    IN_COLLECTION,
    ON_HOLD,
    IN_RECOVERY,
    ANNULLED;

    private static final Map<ClaimState, Set<ClaimState>> ARROWS = Map.of(
            REGISTERED, EnumSet.of(IN_COLLECTION, ANNULLED),
            IN_COLLECTION, EnumSet.of(ON_HOLD, IN_RECOVERY, ANNULLED),
            // From hold to hold sets a new last day.
            ON_HOLD, EnumSet.of(IN_COLLECTION, ON_HOLD, ANNULLED),
            IN_RECOVERY, EnumSet.of(IN_COLLECTION, ANNULLED),
            ANNULLED, EnumSet.noneOf(ClaimState.class));

    public boolean mayTurn(ClaimState to) {
        return ARROWS.getOrDefault(this, Set.of()).contains(to);
    }
}
