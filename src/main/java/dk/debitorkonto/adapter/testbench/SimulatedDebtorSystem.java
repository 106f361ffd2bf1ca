package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Counterpart.Behaviour;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.adapter.soap.answer.DebtorSystemMessages;
import dk.debitorkonto.adapter.soap.answer.DebtorSystemMessages.Asked;
import dk.debitorkonto.adapter.soap.answer.DebtorSystemMessages.Owed;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows.Promise;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows.Said;
import dk.debitorkonto.handling.Sender;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A debtor system that requests are passed on to: gives each a receipt, and behaves as the request wanted it to. What it has
 * promised is kept before it is said, and a repeat promises it anew.
 */
@RestController
@OnTheBench
final class SimulatedDebtorSystem {

    private static final int MOST_BYTES = 1 << 24;
    /** As long as it takes a request's sender to keep the receipt. */
    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);

    private final DebtorSystemMessages messages;
    private final BenchRows bench;
    private final PromiseRows rows;
    private final PromisedAnswers answers;
    private final Clock clock;

    SimulatedDebtorSystem(
            DebtorSystemMessages messages, BenchRows bench, PromiseRows rows, PromisedAnswers answers, Clock clock) {
        this.messages = messages;
        this.bench = bench;
        this.rows = rows;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping(Bench.DEBTOR_SYSTEM)
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        var performance = new Performance(messages.faults(), response);
        var asked =
                messages.read(request.getInputStream().readNBytes(MOST_BYTES)).orElse(null);
        if (asked == null) {
            performance.send(messages.faults().malformed());
            return;
        }
        var itself = rows.itself(asked.authority(), Bench.DEBTOR_SYSTEM).orElse(null);
        if (itself == null) performance.send(messages.faults().notRouted());
        else perform(performance, asked, itself);
    }

    private void perform(Performance performance, Asked asked, Sender itself) throws IOException, InterruptedException {
        var behaviour = bench.behaviour(BenchRows.Party.DEBTOR_SYSTEM, asked.sender(), asked.identification());
        var promise = rows.came(id(asked), asked.sender(), asked.identification(), clock.instant());
        var mistake = behaviour.mistake(promise.times());
        var said = said(asked, itself, behaviour);
        if (Performance.spoils(mistake)) {
            // Whoever gets no receipt was promised nothing.
            performance.of(DebtorSystemMessages.sent(said.receipt()), mistake);
            return;
        }
        var kept = rows.keep(promise.id(), said);
        answers.owe(kept);
        if (mistake == Mistake.BEFORE_RECEIPT) answers.sendOnce(kept);
        performance.of(DebtorSystemMessages.sent(receipt(kept)), mistake);
    }

    private static String receipt(Promise kept) {
        return java.util.Objects.requireNonNull(kept.receipt());
    }

    private Said said(Asked asked, Sender itself, Behaviour behaviour) {
        var now = clock.instant();
        // Without a wait, it is the receipt that says no.
        if (behaviour.rejects() && behaviour.delay().isZero()) return new Said(messages.rejected(asked), null, now, 0);
        var delay = behaviour.delay().compareTo(SHORTEST_DELAY) > 0 ? behaviour.delay() : SHORTEST_DELAY;
        var due = now.plus(delay);
        var answer = messages.answer(asked, new Owed(id(asked), itself, due, behaviour.rejects()));
        return new Said(messages.putOff(asked, due), answer, due, copies(behaviour));
    }

    /** What is to be repeated is the mistake, or else the answer. */
    private static int copies(Behaviour behaviour) {
        var again = behaviour.times();
        return behaviour.mistake() != null || again == null ? 1 : 1 + again;
    }

    /** A name of its own, which the same request always gets. */
    private static UUID id(Asked asked) {
        var key = asked.sender().cvr() + asked.sender().instance() + asked.identification();
        return UUID.nameUUIDFromBytes(("debtor-system:" + key).getBytes(StandardCharsets.UTF_8));
    }
}
