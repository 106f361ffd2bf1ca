package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Verdict;
import org.springframework.stereotype.Component;

/** ANNULLER_AFSKRIVNING: takes back all that is written off on each claim, so that it is owed again. */
@Component
final class CancelWriteOffs implements ClaimHandling<NoWish> {

    @Override
    public String code() {
        return "ANNULLER_AFSKRIVNING";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, ClaimCase claim) {
        var draft = Draft.of(claim);
        for (var family : CostFamily.values())
            draft.restoreWriteOff(claim.id(), family, claim.of(family).writtenOff());
        return draft.done();
    }
}
