package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.Counterpart.Behaviour;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.adapter.soap.answer.CounterpartMessages;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case system that takes answers, keeps each once, and behaves as the request that was answered wanted. */
@RestController
@OnTheBench
final class SimulatedCaseSystem {

    private static final int MOST_BYTES = 1 << 24;
    /** Longer than anybody waits for it. */
    private static final Duration TOO_LONG = Duration.ofSeconds(45);

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);

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
        var message = messages.read(bytes);
        if (message.isEmpty()) {
            send(response, messages.malformed());
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
        var behaviour = rows.behaviour(received.receiver(), received.request());
        pause(behaviour.delay().compareTo(LONGEST_DELAY) < 0 ? behaviour.delay() : LONGEST_DELAY);
        var receipt = behaviour.rejects() ? messages.rejected(received) : messages.accepted(received);
        behave(mistake(behaviour, times), receipt, response);
    }

    /** The mistake that it makes this time. */
    private static @Nullable Mistake mistake(Behaviour behaviour, int times) {
        var most = behaviour.times();
        return most == null || times <= most ? behaviour.mistake() : null;
    }

    private void behave(@Nullable Mistake mistake, Answer receipt, HttpServletResponse response)
            throws IOException, InterruptedException {
        switch (mistake) {
            case TIME_OUT -> pause(TOO_LONG);
            case HTTP_500 -> send(response, messages.broken());
            case INVALID_XML -> send(response, cut(receipt));
            case SLOW -> trickle(response, receipt);
            // As long as messages aren't signed, the one who can't check a signature says so.
            case WRONG_SIGNATURE -> send(response, messages.badlySigned());
            // Only who answers can be early; this one is answered.
            case BEFORE_RECEIPT -> send(response, receipt);
            case null -> send(response, receipt);
        }
    }

    private static Answer cut(Answer receipt) {
        var body = receipt.body();
        return new Answer(receipt.status(), receipt.contentType(), java.util.Arrays.copyOf(body, body.length / 2));
    }

    private static void send(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** Byte by byte, until the other one has had enough. */
    private static void trickle(HttpServletResponse response, Answer answer) throws IOException, InterruptedException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
        for (var each : answer.body()) {
            response.getOutputStream().write(each);
            response.flushBuffer();
            pause(BETWEEN_BYTES);
        }
    }

    private static void pause(Duration howLong) throws InterruptedException {
        Thread.sleep(howLong);
    }
}
