package dk.debitorkonto.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final Instant SINCE = Instant.parse("2026-07-01T08:00:00Z");

    @Test
    void begins_with_seconds_and_minutes() {
        assertThat(waits(0.5).subList(0, 5))
                .containsExactly(
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(3),
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(27));
    }

    @Test
    void goes_on_hourly_to_72_hours_then_six_hourly_to_14_days() {
        var waits = waits(0.5);

        assertThat(waits.subList(5, 77)).containsOnly(Duration.ofHours(1));
        assertThat(waits.subList(77, waits.size() - 1)).containsOnly(Duration.ofHours(6));
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void spreads_an_hour_by_a_fifth() {
        var at = SINCE.plus(Duration.ofHours(2));

        assertThat(RetryPlan.next(6, SINCE, at, 0)).isEqualTo(at.plus(Duration.ofMinutes(48)));
        assertThat(RetryPlan.next(6, SINCE, at, 1)).isEqualTo(at.plus(Duration.ofMinutes(72)));
    }

    @Test
    void ends_after_14_days_however_few_the_tries() {
        assertThat(RetryPlan.next(1, SINCE, SINCE.plus(Duration.ofDays(14)), 0)).isNull();
        assertThat(RetryPlan.next(1, SINCE, SINCE.plus(Duration.ofDays(13)), 0)).isNotNull();
    }

    @Test
    void chance_is_the_same_for_a_try_and_spread_over_messages() {
        var message = new UUID(7, 9);
        var chances = new ArrayList<Double>();
        for (var i = 0; i < 10_000; i++) chances.add(RetryPlan.chance(new UUID(1, i), 6));

        assertThat(RetryPlan.chance(message, 6)).isEqualTo(RetryPlan.chance(message, 6));
        assertThat(RetryPlan.chance(message, 6)).isNotEqualTo(RetryPlan.chance(message, 7));
        assertThat(chances).allMatch(chance -> chance >= 0 && chance < 1);
        assertThat(chances.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .isBetween(0.48, 0.52);
        assertThat(chances.stream().filter(chance -> chance < 0.1).count()).isBetween(900L, 1_100L);
    }

    /** The waits of a message that always fails, a try taking no time. */
    private static List<Duration> waits(double chance) {
        var waits = new ArrayList<Duration>();
        var at = SINCE;
        for (@Nullable Instant next; (next = RetryPlan.next(waits.size() + 1, SINCE, at, chance)) != null; at = next)
            waits.add(Duration.between(at, next));
        return waits;
    }
}
