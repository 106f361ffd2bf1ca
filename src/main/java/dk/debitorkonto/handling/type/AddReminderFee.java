package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.Verdict.DoesNotApply;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** OPRET_RYKKERGEBYR: adds a reminder fee, accrued on the effect date, and a reminder's notice to each overdue claim. */
@Component
final class AddReminderFee implements ClaimHandling<AddReminderFee.Wish> {

    public record Wish(Money amount) {}

    @Override
    public String code() {
        return "OPRET_RYKKERGEBYR";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var date = circumstances.effectDate();
        var type = circumstances.typeOf(claim);
        if (!claim.isOverdueOn(date))
            return DoesNotApply.because(Reason.NOT_OVERDUE, claim.claim().payableTo());
        if (circumstances.isInRespite(claim)) return DoesNotApply.because(Reason.IN_RESPITE);
        if (claim.stateOn(date) == ClaimState.ON_HOLD) return DoesNotApply.because(Reason.ON_HOLD);
        var tooMany = tooManyFees(type, date, claim);
        if (tooMany != null) return tooMany;
        var cap = type.feeCap(date);
        if (wish.amount().exceeds(cap))
            return Verdict.Refuses.because(Refusal.ofClaim(Reason.FEE_OVER_CAP, claim.id(), cap));

        return Draft.of(claim)
                .charge(
                        claim.id(),
                        CostFamily.REMINDER_FEE,
                        date,
                        wish.amount(),
                        circumstances.ids().get())
                .notify(claim.id(), new Notice(circumstances.ids().get(), Notice.Kind.REMINDER, date))
                .done();
    }

    private static @Nullable DoesNotApply tooManyFees(ClaimType type, LocalDate date, ClaimCase claim) {
        var fees = claim.standingFees();
        var atMost = type.feesAtMost();
        if (atMost != null && fees.size() >= atMost) return DoesNotApply.because(Reason.FEES_USED_UP, atMost);
        var daysApart = type.feeDaysApart();
        if (daysApart == null) return null;
        // Both ways, as the effect date may lie before a fee that stands.
        var tooSoon = fees.stream().anyMatch(fee -> Math.abs(ChronoUnit.DAYS.between(fee.accrued(), date)) < daysApart);
        return tooSoon ? DoesNotApply.because(Reason.FEE_TOO_SOON, daysApart) : null;
    }
}
