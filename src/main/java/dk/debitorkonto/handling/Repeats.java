package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.RequestRows;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what was said before to a request that comes again. */
@Component
final class Repeats {

    private final RequestRows requests;

    Repeats(RequestRows requests) {
        this.requests = requests;
    }

    /** Empty where neither its identification nor its RequestId was used before. */
    Optional<Reply> of(Submission submission) {
        var identification = submission.request().identification();
        var found = requests.before(submission);
        for (var before : found)
            if (!before.identification().equals(identification))
                return Optional.of(new Reply.HeaderRefused(
                        "CTX-01", before.identification().toString()));
        return found.stream().findFirst().map(before -> reply(before, submission));
    }

    /** The same for one whose RequestId is no matter. */
    Optional<Reply> ofSameIdentification(Submission submission) {
        return requests.before(submission).stream()
                .filter(before ->
                        before.identification().equals(submission.request().identification()))
                .findFirst()
                .map(before -> reply(before, submission));
    }

    private static Reply reply(RequestRows.Before before, Submission submission) {
        return before.content().equals(submission.content())
                ? new Reply.DecidedBefore(Objects.requireNonNull(before.receipt()), before.receivedAt())
                : new Reply.OtherContent(before.content());
    }
}
