package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.adapter.soap.answer.CounterpartFaults;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a simulated party hands over a receipt, well or badly. */
record Performance(CounterpartFaults faults, HttpServletResponse response) {

    /** Longer than anybody waits for it. */
    private static final Duration TOO_LONG = Duration.ofSeconds(45);

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);

    /** Hands it over, or makes the mistake. */
    void of(Answer receipt, @Nullable Mistake mistake) throws IOException, InterruptedException {
        switch (mistake) {
            case TIME_OUT -> Thread.sleep(TOO_LONG);
            case HTTP_500 -> send(faults.broken());
            case INVALID_XML -> send(cut(receipt));
            case SLOW -> trickle(receipt);
            // As long as messages aren't signed, the one who can't check a signature says so.
            case WRONG_SIGNATURE -> send(faults.badlySigned());
            // Was made before.
            case BEFORE_RECEIPT -> send(receipt);
            case null -> send(receipt);
        }
    }

    /** Whether one gets no receipt from a party that makes it. */
    static boolean spoils(@Nullable Mistake mistake) {
        return mistake != null && mistake != Mistake.BEFORE_RECEIPT;
    }

    private static Answer cut(Answer receipt) {
        var body = receipt.body();
        return new Answer(receipt.status(), receipt.contentType(), Arrays.copyOf(body, body.length / 2));
    }

    void send(Answer answer) throws IOException {
        begin(answer);
        response.getOutputStream().write(answer.body());
    }

    /** Byte by byte, until the other one has had enough. */
    private void trickle(Answer answer) throws IOException, InterruptedException {
        begin(answer);
        for (var each : answer.body()) {
            response.getOutputStream().write(each);
            response.flushBuffer();
            Thread.sleep(BETWEEN_BYTES);
        }
    }

    private void begin(Answer answer) {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(answer.body().length);
    }
}
