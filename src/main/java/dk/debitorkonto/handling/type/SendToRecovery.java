package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.Verdict.DoesNotApply;
import org.springframework.stereotype.Component;

/** OVERSEND_TIL_INDDRIVELSE: sends overdue claims that have been reminded to recovery. */
@Component
final class SendToRecovery implements ClaimHandling<NoWish> {

    @Override
    public String code() {
        return "OVERSEND_TIL_INDDRIVELSE";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, ClaimCase claim) {
        var date = circumstances.effectDate();
        if (!claim.isOverdueOn(date))
            return DoesNotApply.because(Reason.NOT_OVERDUE, claim.claim().payableTo());
        if (!isReminded(claim)) return DoesNotApply.because(Reason.NOT_REMINDED);
        if (circumstances.isInRespite(claim)) return DoesNotApply.because(Reason.IN_RESPITE);

        return Draft.of(claim)
                .turnState(claim.id(), new Standing(ClaimState.IN_RECOVERY, null))
                .done();
    }

    private static boolean isReminded(ClaimCase claim) {
        return claim.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.REMINDER)
                || !claim.standingFees().isEmpty();
    }
}
