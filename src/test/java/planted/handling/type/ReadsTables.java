package planted.handling.type;

import planted.handling.jdbc.Tables;

/** A type that looks for itself. */
public record ReadsTables(Tables tables) {}
