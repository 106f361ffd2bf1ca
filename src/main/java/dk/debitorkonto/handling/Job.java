package dk.debitorkonto.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One submission on its way over the desk.
 *
 * @param id the request's row
 * @param books where its pages go
 */
record Job(
        UUID id,
        Submission submission,
        Registered registered,
        Instant now,
        LocalDate today,
        Pages books,
        Purpose purpose) {

    /** What a decision is for. */
    enum Purpose {
        /** The receipt: carried out at once, or put off. */
        RECEIVE,
        /** A dry run. */
        TRY,
        /** To show, once more, what a request that was put off would do. */
        SHOW_AGAIN,
        /** To do what was put off. */
        CARRY_OUT_LATER
    }

    HandlingRequest request() {
        return submission.request();
    }

    LocalDate effectDate() {
        var wanted = request().effectDate();
        return wanted == null ? today : wanted;
    }

    /** What becomes of the plan of a type with this mode, as far as can be said before it is made. */
    Pages.Use use(Mode mode) {
        return switch (purpose) {
            case RECEIVE -> mode == Mode.LATER ? Pages.Use.SHOW : Pages.Use.BOOK;
            case TRY -> Pages.Use.FORGET;
            case SHOW_AGAIN -> Pages.Use.SHOW;
            case CARRY_OUT_LATER -> Pages.Use.BOOK;
        };
    }
}
