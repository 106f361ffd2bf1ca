package planted.claim;

/** Nothing wrong with this one. */
public record Owed(long oere) {}
