package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** RET_FORDRING_TILSTAND: puts claims in collection or on hold, where an arrow of their life leads there. */
@Component
final class TurnClaimState implements ClaimHandling<TurnClaimState.Wish> {

    /** What is wanted, and the last day of a hold. */
    public record Wish(ClaimState newState, @Nullable LocalDate lastDay) {}

    @Override
    public String code() {
        return "RET_FORDRING_TILSTAND";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public List<Refusal> check(Wish wish, HandlingRequest request, LocalDate effectDate) {
        var lastDay = wish.lastDay();
        return lastDay == null || (wish.newState() == ClaimState.ON_HOLD && !lastDay.isBefore(effectDate))
                ? List.of()
                : List.of(Refusal.ofParameter(Reason.PARAMETER_DOES_NOT_FIT, "lastDay", lastDay));
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var state = claim.stateOn(circumstances.effectDate());
        // Out of recovery leads only a recall, whatever the arrow.
        if (state == ClaimState.IN_RECOVERY || !state.mayTurn(wish.newState()))
            return Verdict.DoesNotApply.because(Reason.STATE_FORBIDS);

        return Draft.of(claim)
                .turnState(claim.id(), new Standing(wish.newState(), wish.lastDay()))
                .done();
    }
}
