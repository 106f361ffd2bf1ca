package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.outbox.Attempt;
import dk.debitorkonto.outbox.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Sends answers, and reads their receipts. */
final class AnswerChannel implements Channel, AutoCloseable {

    static final int MOST_BYTES = 1 << 20;
    private static final String ACTION = Contract.ANSWER.action("AfsendDebitorkontoAnmodningSvar");

    private final Exchange exchange;
    private final AnswerReceipts receipts;
    private final UnaryOperator<String> addresses;

    /** @param addresses where a callback is over HTTP */
    AnswerChannel(AnswerReceipts receipts, UnaryOperator<String> addresses, Duration inAll) {
        this.exchange = new Exchange(inAll, MOST_BYTES);
        this.receipts = receipts;
        this.addresses = addresses;
    }

    @Override
    public Response send(String callback, UUID message, String body) throws InterruptedException {
        var url = addresses.apply(callback);
        try {
            var reply = exchange.post(url, ACTION, body);
            return new Response(
                    url,
                    reply.statusCode(),
                    receipts.read(reply.statusCode(), reply.body(), message),
                    new String(reply.body(), StandardCharsets.UTF_8));
        } catch (Exchange.NoReply e) {
            return new Response(url, e.status(), Attempt.Result.FAILED, e.why());
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
