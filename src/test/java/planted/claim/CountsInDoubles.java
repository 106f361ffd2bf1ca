package planted.claim;

/** An amount that isn't exact. */
public record CountsInDoubles(double amount) {}
