package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.DeferredRows;
import dk.debitorkonto.outbox.Message;
import dk.debitorkonto.outbox.Outbox;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a request that was put off, once and for good, and owes its sender the answer: all in the transaction at hand. */
@Component
final class Ending {

    private final DeferredRows rows;
    private final Wakeups wakeups;
    private final Outbox outbox;
    private final LateAnswer.Writer writer;

    Ending(DeferredRows rows, Wakeups wakeups, Outbox outbox, LateAnswer.Writer writer) {
        this.rows = rows;
        this.wakeups = wakeups;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** What was done, if anything. */
    record Done(@Nullable String fingerprint, @Nullable Long amount) {
        static final Done NOTHING = new Done(null, null);

        static Done of(Decided decided) {
            var result = decided.result();
            var plan = decided.plan();
            return new Done(
                    result == null ? null : result.fingerprint(),
                    plan == null ? null : plan.amount().oere());
        }
    }

    void end(DeferredRows.Deferred kept, HandlingRequest request, Outcome outcome, Done done, Instant now) {
        var told =
                outcome instanceof Outcome.Rejected rejected ? new Outcome.NotCarriedOut(rejected.refusals()) : outcome;
        rows.end(new DeferredRows.End(kept.id(), told.name(), done.fingerprint(), done.amount(), now));
        wakeups.none(kept.id());
        var answer = new LateAnswer(
                UUID.randomUUID(), request, kept.sender(), kept.authority(), kept.transactionId(), told, now);
        outbox.put(new Message(
                answer.id(),
                kept.authority(),
                kept.id(),
                kept.sender().instance(),
                writer.write(answer),
                now,
                Message.notBefore(kept.receivedAt(), now)));
    }
}
