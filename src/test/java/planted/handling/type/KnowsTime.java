package planted.handling.type;

import java.time.Clock;

/** A type that has a clock. */
public record KnowsTime(Clock clock) {}
