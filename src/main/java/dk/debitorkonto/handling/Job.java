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
record Job(UUID id, Submission submission, Registered registered, Instant now, LocalDate today, Pages books) {

    HandlingRequest request() {
        return submission.request();
    }

    LocalDate effectDate() {
        var wanted = request().effectDate();
        return wanted == null ? today : wanted;
    }
}
