package dk.debitorkonto.claim;

import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.util.UUID;

/** A claim's pots in the ledger, one for each figure of each cost family. */
public final class ClaimPots {

    private ClaimPots() {}

    public static Pot charged(UUID claim, CostFamily family) {
        return new Pot(PotKind.CHARGED, claim, family.name());
    }

    public static Pot reduced(UUID claim, CostFamily family) {
        return new Pot(PotKind.REDUCED, claim, family.name());
    }

    public static Pot covered(UUID claim, CostFamily family) {
        return new Pot(PotKind.COVERED, claim, family.name());
    }

    public static Pot writtenOff(UUID claim, CostFamily family) {
        return new Pot(PotKind.WRITTEN_OFF, claim, family.name());
    }
}
