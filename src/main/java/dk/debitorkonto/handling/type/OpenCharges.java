package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.money.Money;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The uncovered interest and fees that a wish is about: of the chosen families, accrued in the period. */
record OpenCharges(List<CostFamily> families, Circumstances circumstances) {

    /** A charge and what of it is neither reduced, covered nor written off. */
    record Open(Charge charge, Money rest) {}

    /** Why there are none of them on {@code claim}; absent where there are. */
    @Nullable
    Reason missingOn(ClaimCase claim) {
        if (families.stream().allMatch(family -> claim.of(family).rest().isZero())) return Reason.ALREADY_COVERED;
        return of(claim).isEmpty() ? Reason.NO_CHARGE_IN_PERIOD : null;
    }

    /** Family by family, oldest accrual first. */
    List<Open> of(ClaimCase claim) {
        return families.stream()
                .flatMap(family -> claim.chargesOf(family).stream())
                .filter(charge -> circumstances.isInPeriod(charge.accrued()))
                .map(charge -> new Open(charge, claim.restOf(charge)))
                .filter(open -> !open.rest().isZero())
                .toList();
    }

    /** Refuses a family chosen twice. */
    static List<Refusal> check(List<CostFamily> families) {
        var seen = EnumSet.noneOf(CostFamily.class);
        return families.stream()
                .filter(family -> !seen.add(family))
                .distinct()
                .map(family -> Refusal.ofParameter(Reason.PARAMETER_INVALID, "families", family))
                .toList();
    }
}
