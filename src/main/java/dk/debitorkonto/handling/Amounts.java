package dk.debitorkonto.handling;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.money.Money;

/** A claim's amounts as they are shown: principal, interest and fees after reductions. */
public record Amounts(Money principal, Money interest, Money fees, Money covered, Money writtenOff, Money rest) {

    public static final Amounts NONE =
            new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static Amounts of(ClaimCase claim) {
        return new Amounts(
                claim.of(CostFamily.PRINCIPAL).due(),
                claim.of(CostFamily.LATE_INTEREST)
                        .due()
                        .plus(claim.of(CostFamily.RECOVERY_INTEREST).due()),
                claim.of(CostFamily.REMINDER_FEE).due(),
                claim.covered(),
                claim.writtenOff(),
                claim.rest());
    }

    Amounts plus(Amounts other) {
        return new Amounts(
                principal.plus(other.principal),
                interest.plus(other.interest),
                fees.plus(other.fees),
                covered.plus(other.covered),
                writtenOff.plus(other.writtenOff),
                rest.plus(other.rest));
    }
}
