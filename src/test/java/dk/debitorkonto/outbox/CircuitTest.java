package dk.debitorkonto.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    private static final Attempt FAILED = attempt(Attempt.Result.FAILED);

    @Test
    void lets_four_through_until_five_failed_in_a_row() {
        assertThat(Circuit.CLOSED.places(NOW)).isEqualTo(4);
        assertThat(failed(4).places(NOW)).isEqualTo(4);
        assertThat(failed(5).places(NOW)).isZero();
    }

    @Test
    void lets_one_through_after_a_minute() {
        assertThat(failed(5).places(NOW.plusSeconds(59))).isZero();
        assertThat(failed(5).places(NOW.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void holds_for_another_minute_where_that_one_fails() {
        var again = failed(5).after(FAILED, NOW.plusSeconds(60));

        assertThat(again.places(NOW.plusSeconds(119))).isZero();
        assertThat(again.places(NOW.plusSeconds(120))).isEqualTo(1);
    }

    @Test
    void closes_when_the_receiver_says_anything_that_counts() {
        for (var result : List.of(Attempt.Result.ACCEPTED, Attempt.Result.REJECTED)) {
            assertThat(failed(5).after(attempt(result), NOW)).isEqualTo(Circuit.CLOSED);
            assertThat(failed(4).after(attempt(result), NOW).after(FAILED, NOW).places(NOW))
                    .isEqualTo(4);
        }
    }

    private static Circuit failed(int times) {
        var circuit = Circuit.CLOSED;
        for (var i = 0; i < times; i++) circuit = circuit.after(FAILED, NOW);
        return circuit;
    }

    private static Attempt attempt(Attempt.Result result) {
        return new Attempt(NOW, "http://127.0.0.1/", 200, Duration.ZERO, result, "");
    }
}
