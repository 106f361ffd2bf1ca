package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Verdict;
import org.springframework.stereotype.Component;

/** FLYT_FORDRINGER: the claims get the target account; who is liable stays as it is. */
@Component
final class MoveClaims implements ClaimHandling<NoWish> {

    @Override
    public String code() {
        return "FLYT_FORDRINGER";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, ClaimCase claim) {
        var draft = Draft.of(claim)
                .turnAccount(claim.id(), circumstances.targetAccount().account().id());
        if (claim.liabilities().isEmpty()) {
            var begins = ImplicitLiability.begins(claim.claim());
            var effect = circumstances.effectDate();
            // Liable from the move at the latest, also for a claim whose dates all lie ahead.
            draft.turnLiability(
                    claim.id(),
                    null,
                    new Liability(
                            circumstances.ids().get(),
                            circumstances.source().account().debtor(),
                            begins.isBefore(effect) ? begins : effect,
                            null));
        }
        return draft.done();
    }
}
