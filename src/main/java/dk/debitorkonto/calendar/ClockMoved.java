package dk.debitorkonto.calendar;

import java.time.Instant;

/** That the demo's clock was put forward: what fell due by {@code now} is to be done before the one who did it is answered. */
public record ClockMoved(Instant now) {

    /** The order of those that listen: work that decides, and what makes messages. */
    public static final int DECIDED = 100;

    /** The order of those that send what the others made. */
    public static final int SENT = 200;
}
