package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** RELATER_FORDRINGER: the first claim is the main claim, and the others relate to it. */
@Component
final class RelateClaims implements WholeHandling<NoWish> {

    @Override
    public String code() {
        return "RELATER_FORDRINGER";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public List<Refusal> check(NoWish wish, HandlingRequest request, LocalDate effectDate) {
        return request.claims().size() < 2
                ? List.of(Refusal.of(Reason.TOO_FEW_CLAIMS, Refusal.Element.CLAIM, null))
                : List.of();
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.RELATED_CLAIMS);
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, Situation situation) {
        var main = situation.sources().getFirst();
        var others = situation.sources().subList(1, situation.sources().size());
        var refusals = new ArrayList<Refusal>();
        if (main.relatesTo() != null)
            refusals.add(Refusal.ofClaim(Reason.MAIN_CLAIM_IS_RELATED, main.id(), main.relatesTo()));
        for (var claim : others) {
            if (claim.relatesTo() != null)
                refusals.add(Refusal.ofClaim(Reason.RELATED_ALREADY, claim.id(), claim.relatesTo()));
            // Related, it would be a main claim that is itself related.
            else if (claim.hasRelated()) refusals.add(Refusal.ofClaim(Reason.HAS_RELATED, claim.id()));
        }
        if (!refusals.isEmpty()) return new Verdict.Refuses(refusals);

        var draft = new Draft(others, List.of());
        for (var claim : others) draft.relate(claim.id(), main.id());
        return draft.done();
    }
}
