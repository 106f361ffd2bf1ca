package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Takes;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** FLYT_RENTER_OG_GEBYRER: uncovered interest and fees move, with family and accrual date, to the corresponding claims. */
@Component
final class MoveInterestAndFees implements WholeHandling<MoveInterestAndFees.Wish> {

    public record Wish(List<CostFamily> families) {}

    @Override
    public String code() {
        return "FLYT_RENTER_OG_GEBYRER";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SOURCE_CLAIMS, Need.TARGET_CLAIMS);
    }

    @Override
    public List<Refusal> check(Wish wish, HandlingRequest request, LocalDate effectDate) {
        return OpenCharges.check(wish.families());
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, Situation situation) {
        var charges = new OpenCharges(wish.families(), circumstances);
        var sources = new ArrayList<ClaimCase>();
        var refusals = new ArrayList<Refusal>();
        for (var source : situation.sources()) {
            var missing = charges.missingOn(source);
            if (missing == null) sources.add(source);
            else refusals.add(Refusal.ofClaim(missing, source.id()));
        }
        if (situation.listed() && !refusals.isEmpty()) return new Verdict.Refuses(refusals);
        if (sources.isEmpty())
            return Verdict.Refuses.because(Refusal.of(
                    Reason.NOTHING_TO_MOVE,
                    Refusal.Element.ACCOUNT,
                    circumstances.source().account().id()));

        var found =
                Counterparts.of(sources, situation.targets(), target -> circumstances.brokenBy(target, Takes.NOTHING));
        if (!found.refusals().isEmpty()) return new Verdict.Refuses(found.refusals());
        var does = moved(found.pairs(), charges, circumstances);
        return refusals.isEmpty() ? does : does.remarking(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, refusals.size()));
    }

    private static Verdict.Does moved(List<Counterparts.Pair> pairs, OpenCharges charges, Circumstances circumstances) {
        var draft = new Draft(
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.source(), pair.target()))
                        .toList(),
                List.of());
        for (var pair : pairs)
            for (var open : charges.of(pair.source())) {
                var charge = open.charge();
                draft.reduce(pair.source().id(), charge, open.rest())
                        .charge(
                                pair.target().id(),
                                charge.family(),
                                charge.accrued(),
                                open.rest(),
                                circumstances.ids().get());
            }
        return draft.done();
    }
}
