package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Verdict;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** EJERSKIFTE: claims due from the effect date on get the new owner's account, and the new owner is liable from then. */
@Component
final class ChangeOwner implements ClaimHandling<NoWish> {

    @Override
    public String code() {
        return "EJERSKIFTE";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, ClaimCase claim) {
        var dueDate = claim.claim().dueDate();
        if (dueDate.isBefore(circumstances.effectDate()))
            return Verdict.DoesNotApply.because(Reason.DUE_BEFORE_NEW_OWNER, dueDate);

        var draft = Draft.of(claim)
                .turnAccount(claim.id(), circumstances.targetAccount().account().id());
        endOld(draft, circumstances, claim);
        beginNew(draft, circumstances, draft.claim(claim.id()));
        return draft.done();
    }

    private static void endOld(Draft draft, Circumstances circumstances, ClaimCase claim) {
        var party = circumstances.source().account().debtor();
        var lastDay = circumstances.effectDate().minusDays(1);
        for (var was : claim.liabilities())
            if (was.party().equals(party) && was.runsAfter(lastDay))
                draft.turnLiability(
                        claim.id(),
                        was,
                        was.from().isAfter(lastDay) ? null : new Liability(was.id(), party, was.from(), lastDay));
        var begins = ImplicitLiability.begins(claim.claim());
        if (claim.liabilities().isEmpty() && !begins.isAfter(lastDay))
            draft.turnLiability(
                    claim.id(), null, new Liability(circumstances.ids().get(), party, begins, lastDay));
    }

    /** One liability without a last day: what the new owner has from before becomes part of it. */
    private static void beginNew(Draft draft, Circumstances circumstances, ClaimCase claim) {
        var party = circumstances.targetAccount().account().debtor();
        var first = circumstances.effectDate();
        var running = claim.liabilities().stream()
                .filter(each -> each.party().equals(party) && each.runsAfter(first.minusDays(1)))
                .sorted(Comparator.comparing(Liability::from))
                .toList();
        var now = running.stream()
                .filter(each -> !each.from().isAfter(first))
                .findFirst()
                .orElse(null);
        for (var each : running) if (!each.equals(now)) draft.turnLiability(claim.id(), each, null);
        draft.turnLiability(
                claim.id(),
                now,
                now == null
                        ? new Liability(circumstances.ids().get(), party, first, null)
                        : new Liability(now.id(), party, now.from(), null));
    }
}
