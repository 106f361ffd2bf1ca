package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.adapter.soap.answer.DebtorSystemMessages;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows.Promise;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows.Sent;
import dk.debitorkonto.work.Agenda;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The answers that the simulated debtor system owes: on the agenda, so that a restart forgets none, and sent to the answer
 * service as anybody's. One that isn't taken is sent again some times, and then until the request is repeated no more.
 */
@Component
@OnTheBench
class PromisedAnswers implements AutoCloseable {

    static final String DUTY = "testbench-answer";

    private static final String ACTION = Contract.ANSWER.action("AfsendDebitorkontoAnmodningSvar");
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_TRIES = 5;
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final Bench bench;
    private final PromiseRows rows;
    private final Agenda agenda;
    private final DebtorSystemMessages messages;
    private final Clock clock;
    private final Exchange exchange = new Exchange(Exchange.IN_ALL, MOST_BYTES);

    PromisedAnswers(Bench bench, PromiseRows rows, Agenda agenda, DebtorSystemMessages messages, Clock clock) {
        this.bench = bench;
        this.rows = rows;
        this.agenda = agenda;
        this.messages = messages;
        this.clock = clock;
    }

    /** Has the answer sent when it is due, where one is owed. */
    void owe(Promise promise) {
        var due = promise.due();
        if (promise.answer() != null && due != null && !promise.taken()) agenda.put(DUTY, promise.id(), due);
    }

    /** Sends all copies of an answer that is due. */
    void send(UUID id) {
        var promise = rows.find(id).orElse(null);
        if (promise == null || promise.taken()) return;
        try {
            for (var copy = 0; copy < promise.copies(); copy++)
                if (!sendOnce(promise)) {
                    again(promise);
                    return;
                }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this node is being stopped", e);
        }
    }

    private void again(Promise promise) {
        rows.inVain(promise.id());
        if (promise.tries() + 1 < MOST_TRIES)
            agenda.put(DUTY, promise.id(), clock.instant().plus(WAIT));
    }

    /** Sends the answer, due or not; whether it was taken. */
    boolean sendOnce(Promise promise) throws InterruptedException {
        var answer = promise.answer();
        if (answer == null) return true;
        var sent = sent(promise.id(), answer);
        rows.sent(promise.id(), sent);
        return sent.accepted();
    }

    private Sent sent(UUID id, String answer) throws InterruptedException {
        try {
            var reply = exchange.post(bench.here(Contract.ANSWER.path()), ACTION, answer);
            return new Sent(
                    clock.instant(),
                    messages.isAccepted(reply.statusCode(), reply.body(), id),
                    new String(reply.body(), StandardCharsets.UTF_8));
        } catch (Exchange.NoReply e) {
            return new Sent(clock.instant(), false, e.why());
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
