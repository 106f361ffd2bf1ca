package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Draft;
import java.util.List;
import java.util.UUID;

/** Claims that are filled one after the other, each to its last øre. */
final class InTurn {

    private final Draft draft;
    private final List<ClaimCase> claims;
    private int filled;

    InTurn(Draft draft, List<ClaimCase> claims) {
        this.draft = draft;
        this.claims = claims;
    }

    /** The first claim that still has a rest in the draft. */
    UUID current() {
        while (draft.claim(claims.get(filled).id()).rest().isZero()) filled++;
        return claims.get(filled).id();
    }
}
