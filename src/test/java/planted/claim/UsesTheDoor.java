package planted.claim;

import planted.adapter.rest.UsesContract;

/** Leans on a door. */
public record UsesTheDoor(UsesContract door) {}
