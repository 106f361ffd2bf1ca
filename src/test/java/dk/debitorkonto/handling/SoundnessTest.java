package dk.debitorkonto.handling;

import static dk.debitorkonto.handling.Tale.claim;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.Liability;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is liable when an undo takes the new owner away. */
class SoundnessTest {

    private static final UUID ACCOUNT = new UUID(0, 1);

    private static ClaimCase of(ClaimBuilder claim) {
        return claim.build(1, ACCOUNT);
    }

    @Test
    void names_the_last_who_is_liable_where_nobody_is_after() {
        var before = of(claim().liable("old", "2026-01-01", "2026-11-29").liable("new", "2026-06-01", null));
        var after = of(claim().liable("older", "2026-01-01", "2026-05-31").liable("old", "2026-01-01", "2026-11-29"));

        assertThat(Soundness.lastLiable(before, after)).map(Liability::party).hasValue("old");
    }

    @Test
    void has_nothing_against_somebody_who_stays() {
        var before = of(claim().liable("new", "2026-06-01", null));

        assertThat(Soundness.lastLiable(before, of(claim().liable("old", "2026-01-01", null))))
                .isEmpty();
        // Then it is the account's debtor.
        assertThat(Soundness.lastLiable(before, of(claim()))).isEmpty();
    }

    @Test
    void asks_for_no_more_than_there_was() {
        var before = of(claim().liable("new", "2026-06-01", "2026-12-31"));

        assertThat(Soundness.lastLiable(before, of(claim().liable("old", "2026-01-01", "2026-05-31"))))
                .isEmpty();
    }
}
