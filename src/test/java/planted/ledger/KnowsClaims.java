package planted.ledger;

import planted.claim.Owed;

/** The arrow that people will want to add. */
public record KnowsClaims(Owed owed) {}
