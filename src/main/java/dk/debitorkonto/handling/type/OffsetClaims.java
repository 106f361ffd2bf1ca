package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Takes;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Unused;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** MODREGN: unused payments of one account cover open claims of another. */
@Component
final class OffsetClaims implements WholeHandling<OffsetClaims.Wish> {

    public record Wish(@Nullable Money amount) {}

    @Override
    public String code() {
        return "MODREGN";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.TARGET_CLAIMS, Need.UNUSED_PAYMENTS);
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, Situation situation) {
        var open = situation.targets().stream()
                .filter(claim -> circumstances.brokenBy(claim, Takes.REST) == null)
                .toList();
        var unused = new UnusedPayments(circumstances.source().account().id(), situation.unused());
        var against = against(wish.amount(), unused, open, circumstances);
        if (against != null) return Verdict.Refuses.because(against);

        var does = offset(unused, open, wish.amount(), circumstances);
        var leftOut = situation.targets().size() - open.size();
        return leftOut == 0 ? does : does.remarking(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, leftOut));
    }

    private static @Nullable Refusal against(
            @Nullable Money amount, UnusedPayments unused, List<ClaimCase> open, Circumstances circumstances) {
        if (open.isEmpty())
            return Refusal.of(
                    Reason.NOTHING_TO_MOVE,
                    Refusal.Element.TARGET_ACCOUNT,
                    circumstances.targetAccount().account().id());
        var rest = rest(open);
        var against = unused.against(amount);
        return against == null && amount != null && amount.exceeds(rest)
                ? Refusal.ofParameter(Reason.AMOUNT_EXCEEDS, "amount", amount, rest)
                : against;
    }

    private static Verdict.Does offset(
            UnusedPayments unused, List<ClaimCase> open, @Nullable Money amount, Circumstances circumstances) {
        var draft = new Draft(open, unused.payments());
        var inside = new InsideClaim(draft, circumstances.order());
        var turns = new InTurn(draft, open);
        for (var payment : unused.upTo(amount == null ? Money.least(unused.sum(), rest(open)) : amount)) {
            var left = payment.amount();
            while (!left.isZero()) {
                var claim = draft.claim(turns.current());
                var part = new Unused(
                        payment.payment(), claim.account(), payment.paidOn(), Money.least(left, claim.rest()));
                draft.moveUnused(part.payment(), part.paidOn(), payment.account(), part.account(), part.amount());
                inside.fill(claim.id(), part);
                left = left.minus(part.amount());
            }
        }
        return open.stream()
                .filter(claim -> isPartlyCovered(claim, draft.claim(claim.id())))
                .findFirst()
                .map(claim -> draft.done().remarking(Remark.of(Remark.Kind.PARTLY_COVERED, claim.id(), 1)))
                .orElseGet(draft::done);
    }

    private static boolean isPartlyCovered(ClaimCase before, ClaimCase after) {
        return !after.rest().isZero() && before.rest().exceeds(after.rest());
    }

    private static Money rest(List<ClaimCase> claims) {
        return claims.stream().map(ClaimCase::rest).reduce(Money.ZERO, Money::plus);
    }
}
