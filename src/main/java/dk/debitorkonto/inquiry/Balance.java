package dk.debitorkonto.inquiry;

import dk.debitorkonto.money.Money;

/**
 * What stands at a moment, in whole øre; negative where something was lowered with an earlier value date than that from which it is
 * there.
 */
public record Balance(long oere) {

    /** Kroner with two decimals, as in {@code 1000.00} and {@code -0.50}. */
    @Override
    public String toString() {
        return (oere < 0 ? "-" : "") + new Money(Math.abs(oere));
    }
}
