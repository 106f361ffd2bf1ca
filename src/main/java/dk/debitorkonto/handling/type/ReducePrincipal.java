package dk.debitorkonto.handling.type;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.money.Money;
import org.springframework.stereotype.Component;

/** NEDREGULER_FORDRING: lowers each claim's principal; what was settled beyond the new principal is given back. */
@Component
final class ReducePrincipal implements ClaimHandling<ReducePrincipal.Wish> {

    public record Wish(Money amount) {}

    @Override
    public String code() {
        return "NEDREGULER_FORDRING";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var principal = claim.of(PRINCIPAL);
        if (wish.amount().exceeds(principal.due()))
            return Verdict.Refuses.because(Refusal.ofClaim(Reason.AMOUNT_EXCEEDS, claim.id(), principal.due()));

        var settledBeyond = principal.settled().beyond(principal.due().minus(wish.amount()));
        return Draft.of(claim)
                .restoreWriteOff(claim.id(), PRINCIPAL, Money.least(principal.writtenOff(), settledBeyond))
                .release(claim.id(), PRINCIPAL, settledBeyond.beyond(principal.writtenOff()))
                .reduce(claim.id(), PRINCIPAL, wish.amount())
                .done();
    }
}
