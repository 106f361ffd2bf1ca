package dk.debitorkonto.outbox;

import dk.debitorkonto.outbox.jdbc.MessageRows;
import org.springframework.stereotype.Component;

/** Takes messages in the transaction that makes them true; they are sent after it, at least once. */
@Component
public final class Outbox {

    private final MessageRows messages;

    Outbox(MessageRows messages) {
        this.messages = messages;
    }

    /** Keeps the message; where the transaction is taken back, so is the message. */
    public void put(Message message) {
        messages.insert(message);
    }
}
