package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.answer.CounterpartMessages;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case system that takes answers, keeps each once, and behaves as the request that was answered wanted. */
@RestController
@OnTheBench
final class SimulatedCaseSystem {

    private static final int MOST_BYTES = 1 << 24;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

    private final CounterpartMessages messages;
    private final BenchRows rows;
    private final Clock clock;

    SimulatedCaseSystem(CounterpartMessages messages, BenchRows rows, Clock clock) {
        this.messages = messages;
        this.rows = rows;
        this.clock = clock;
    }

    @PostMapping(Bench.CASE_SYSTEM)
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        var bytes = request.getInputStream().readNBytes(MOST_BYTES);
        var performance = new Performance(messages.faults(), response);
        var message = messages.read(bytes);
        if (message.isEmpty()) {
            performance.send(messages.faults().malformed());
            return;
        }
        var received = message.get();
        var times = rows.got(new BenchRows.Got(
                received.answer(),
                received.request(),
                received.receiver().instance(),
                clock.instant(),
                0,
                new String(bytes, StandardCharsets.UTF_8)));
        var behaviour = rows.behaviour(BenchRows.Party.CASE_SYSTEM, received.receiver(), received.request());
        Thread.sleep(behaviour.delay().compareTo(LONGEST_DELAY) < 0 ? behaviour.delay() : LONGEST_DELAY);
        var receipt = behaviour.rejects() ? messages.rejected(received) : messages.accepted(received);
        performance.of(receipt, behaviour.mistake(times));
    }
}
