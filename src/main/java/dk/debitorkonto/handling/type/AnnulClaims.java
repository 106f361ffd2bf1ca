package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Verdict;
import org.springframework.stereotype.Component;

/** ANNULLER_FORDRING: lowers all that is due to nothing; write-offs are lowered, and coverage is unused money again. */
@Component
final class AnnulClaims implements ClaimHandling<NoWish> {

    @Override
    public String code() {
        return "ANNULLER_FORDRING";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, ClaimCase claim) {
        var does = annulled(claim, circumstances.order());
        return claim.covered().isZero() ? does : does.asksPerson();
    }

    static Verdict.Does annulled(ClaimCase claim, CoverageOrder order) {
        var draft = Draft.of(claim);
        for (var family : order.families().reversed()) {
            var figures = claim.of(family);
            draft.restoreWriteOff(claim.id(), family, figures.writtenOff())
                    .release(claim.id(), family, figures.covered())
                    .reduce(claim.id(), family, figures.due());
        }
        return draft.turnState(claim.id(), new Standing(ClaimState.ANNULLED, null))
                .done();
    }
}
