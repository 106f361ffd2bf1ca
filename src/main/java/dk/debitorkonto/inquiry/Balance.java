package dk.debitorkonto.inquiry;

/**
 * What stands at a moment, in whole øre; negative where something was lowered with an earlier value date than that from which it is
 * there.
 */
public record Balance(long oere) {

    /** Kroner with two decimals, as in {@code 1000.00} and {@code -0.50}. */
    @Override
    public String toString() {
        var size = Math.abs(oere);
        return (oere < 0 ? "-" : "") + size / 100 + (size % 100 < 10 ? ".0" : ".") + size % 100;
    }
}
