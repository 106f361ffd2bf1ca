package dk.debitorkonto.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final UUID RECEIVER = new UUID(0, 1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pauses pauses = new Pauses(nanos::get);

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void last_a_second_and_then_twice_as_long_each_time() {
        for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            pauses.failed(RECEIVER);
            passes(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(pauses.holds(RECEIVER)).isTrue();
            passes(Duration.ofNanos(1));
            assertThat(pauses.holds(RECEIVER)).isFalse();
        }
        assertThat(pauses.any()).isTrue();
    }

    @Test
    void begin_anew_when_it_went_well() {
        pauses.failed(RECEIVER);
        pauses.failed(RECEIVER);
        pauses.succeeded(RECEIVER);
        assertThat(pauses.any()).isFalse();

        pauses.failed(RECEIVER);
        passes(Duration.ofSeconds(1));
        assertThat(pauses.holds(RECEIVER)).isFalse();
    }

    @Test
    void are_of_one_receiver() {
        pauses.failed(RECEIVER);

        assertThat(pauses.holds(new UUID(0, 2))).isFalse();
    }
}
