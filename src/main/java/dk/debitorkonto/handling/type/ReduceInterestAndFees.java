package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** NEDREGULER_RENTE_GEBYR: lowers what is uncovered of the chosen interest and fees to nothing. */
@Component
final class ReduceInterestAndFees implements ClaimHandling<ReduceInterestAndFees.Wish> {

    public record Wish(List<CostFamily> families) {}

    @Override
    public String code() {
        return "NEDREGULER_RENTE_GEBYR";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public List<Refusal> check(Wish wish, HandlingRequest request, LocalDate effectDate) {
        return OpenCharges.check(wish.families());
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var charges = new OpenCharges(wish.families(), circumstances);
        var missing = charges.missingOn(claim);
        if (missing != null) return Verdict.DoesNotApply.because(missing);

        var draft = Draft.of(claim);
        for (var open : charges.of(claim)) draft.reduce(claim.id(), open.charge(), open.rest());
        return draft.done();
    }
}
