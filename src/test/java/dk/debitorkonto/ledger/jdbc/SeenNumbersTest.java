package dk.debitorkonto.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {

    private static final long START = -17;

    private final SeenNumbers seen = new SeenNumbers();

    private static long at(Duration after) {
        return START + after.toNanos();
    }

    private static long second(long second) {
        return at(Duration.ofSeconds(second));
    }

    @Test
    void knows_nothing_before_it_has_seen_anything() {
        assertThat(seen.isFarLookDue(second(0))).isTrue();
        assertThat(seen.lately(second(0))).isZero();
        assertThat(seen.settled(second(0))).isZero();
    }

    @Test
    void looks_far_back_at_first_and_then_now_and_then() {
        seen.saw(10, second(0));
        seen.lookedFar(second(0), second(0));

        assertThat(seen.isFarLookDue(second(19))).isFalse();
        assertThat(seen.isFarLookDue(second(20))).isTrue();
    }

    @Test
    void looks_far_back_less_often_when_that_takes_long() {
        seen.saw(10, second(0));
        seen.lookedFar(second(0), second(2));

        assertThat(seen.isFarLookDue(second(101))).isFalse();
        assertThat(seen.isFarLookDue(second(102))).isTrue();
    }

    @Test
    void looks_far_back_again_where_the_last_such_look_did_not_get_through() {
        seen.saw(10, second(0));

        assertThat(seen.isFarLookDue(second(1))).isTrue();
    }

    @Test
    void goes_back_to_what_was_highest_some_seconds_ago() {
        seen.saw(10, second(0));
        seen.saw(20, second(3));
        seen.saw(30, second(6));

        assertThat(seen.lately(second(4))).isEqualTo(10);
        assertThat(seen.lately(second(7))).isEqualTo(10);
        assertThat(seen.lately(second(9))).isEqualTo(20);
        assertThat(seen.lately(second(60))).isEqualTo(30);
    }

    @Test
    void takes_as_settled_what_was_highest_half_an_hour_ago() {
        seen.saw(10, second(0));
        seen.saw(20, at(Duration.ofMinutes(10)));
        seen.saw(30, at(Duration.ofMinutes(35)));

        assertThat(seen.settled(at(Duration.ofMinutes(29)))).isZero();
        assertThat(seen.settled(at(Duration.ofMinutes(35)))).isEqualTo(10);
        assertThat(seen.settled(at(Duration.ofMinutes(41)))).isEqualTo(20);
    }
}
