package dk.debitorkonto.calendar;

import java.time.Instant;

/** That the demo's clock was put forward: what fell due by {@code now} is to be done before the one who did it is answered. */
public record ClockMoved(Instant now) {}
