package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import dk.debitorkonto.money.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** OMPOSTER_INDBETALINGER: unused payments, or an amount of them, move to the target account and stay unused there. */
@Component
final class MoveUnusedPayments implements WholeHandling<MoveUnusedPayments.Wish> {

    public record Wish(@Nullable Money amount) {}

    @Override
    public String code() {
        return "OMPOSTER_INDBETALINGER";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.UNUSED_PAYMENTS);
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, Situation situation) {
        var unused = new UnusedPayments(circumstances.source().account().id(), situation.unused());
        var against = unused.against(wish.amount());
        if (against != null) return Verdict.Refuses.because(against);

        var target = circumstances.targetAccount().account().id();
        var draft = new Draft(List.of(), situation.unused());
        for (var part : unused.upTo(wish.amount()))
            draft.moveUnused(part.payment(), part.paidOn(), part.account(), target, part.amount());
        return draft.done();
    }
}
