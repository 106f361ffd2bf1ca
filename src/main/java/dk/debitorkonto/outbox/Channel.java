package dk.debitorkonto.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way to a receiver. */
@FunctionalInterface
public interface Channel {

    /**
     * Sends once, and waits for what the receiver says, but not for long.
     *
     * @param message what the receiver's receipt has to name
     * @throws InterruptedException where it was stopped from outside: nothing is known then
     */
    Response send(String address, UUID message, String body) throws InterruptedException;

    /**
     * What the receiver said.
     *
     * @param url where it was sent
     * @param httpStatus absent where no response came
     */
    record Response(String url, @Nullable Integer httpStatus, Attempt.Result result, String cameBack) {}
}
