package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** ANMOD_AFSKRIVNING: writes the rest of each claim off, or up to an amount of each. */
@Component
final class WriteOffClaims implements ClaimHandling<WriteOffClaims.Wish> {

    /** The row's own order, whatever the authority's order of coverage. */
    private static final List<CostFamily> ORDER = List.of(
            CostFamily.REMINDER_FEE, CostFamily.LATE_INTEREST, CostFamily.RECOVERY_INTEREST, CostFamily.PRINCIPAL);

    public record Wish(@Nullable Money amount) {}

    @Override
    public String code() {
        return "ANMOD_AFSKRIVNING";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var atMost = wish.amount();
        var left = atMost == null ? claim.rest() : Money.least(atMost, claim.rest());
        var draft = Draft.of(claim);
        for (var family : ORDER) {
            var part = Money.least(claim.of(family).rest(), left);
            draft.writeOff(claim.id(), family, part);
            left = left.minus(part);
        }
        return draft.done();
    }
}
