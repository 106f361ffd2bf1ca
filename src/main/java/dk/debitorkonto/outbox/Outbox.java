package dk.debitorkonto.outbox;

import dk.debitorkonto.outbox.jdbc.MessageRows;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes messages in the transaction that makes them true; they are sent after it, at least once. */
@Component
public final class Outbox {

    private final MessageRows messages;
    private final Clock clock;

    Outbox(MessageRows messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Keeps the message, and the answer's state in its request's row; where the transaction is taken back, so is the message.
     *
     * <p>It is first tried when its receipt has been written to the caller, or at {@link Message#notBefore}; without an address
     * it is parked until there is one.
     */
    public void put(Message message) {
        var origin = messages.origin(message.request(), message.receiver());
        var due = origin.told() ? message.madeAt() : message.notBefore();
        messages.insert(message, Delivery.first(message, due, origin.addressed()));
    }

    /** Notes that a deferred request's receipt was written to the caller: its answer waits for that no longer. */
    public void told(String senderCvr, UUID caseSystem, UUID identification) {
        var now = clock.instant();
        messages.told(senderCvr, caseSystem, identification, now, delivery -> delivery.told(now));
    }

    /**
     * Has an answer sent again, at once, in the same words.
     *
     * @param request the row of the request
     * @return false, and nothing is changed, where it is neither parked nor rejected
     */
    public boolean resend(UUID request, String person, String comment) {
        var now = clock.instant();
        return messages.resend(
                request,
                new MessageRows.Resend(now, person, comment),
                delivery -> delivery.canBeResent() ? delivery.resent(now) : delivery);
    }
}
