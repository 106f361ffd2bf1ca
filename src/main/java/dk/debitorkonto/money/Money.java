package dk.debitorkonto.money;

import java.util.regex.Pattern;

/**
 * An amount of Danish kroner in whole øre, never negative.
 *
 * <p>What would be negative can't be written down: {@link #minus} throws, {@link #beyond} stops at nothing.
 */
public record Money(long oere) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,13})(?:\\.(\\d{1,2}))?");

    public Money {
        if (oere < 0) throw new IllegalArgumentException("an amount is never negative: " + oere + " øre");
    }

    /**
     * Reads kroner with at most two decimals and 13 digits before the point, as in {@code 1000.00}.
     *
     * @throws IllegalArgumentException for anything else: a sign, an exponent, a comma, other digits than 0–9
     */
    public static Money of(String kroner) {
        var matcher = DECIMAL.matcher(kroner);
        if (!matcher.matches()) throw new IllegalArgumentException("not an amount: " + kroner);
        var decimals = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
        return new Money(
                Math.addExact(Math.multiplyExact(Long.parseLong(matcher.group(1)), 100), Long.parseLong(decimals)));
    }

    public static Money least(Money a, Money b) {
        return a.oere <= b.oere ? a : b;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(oere, other.oere));
    }

    /** The difference.
     *
     * @throws IllegalArgumentException when {@code other} is more than this
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(oere, other.oere));
    }

    /** What of this lies over {@code other}: nothing where it is at most that. */
    public Money beyond(Money other) {
        return oere > other.oere ? new Money(oere - other.oere) : ZERO;
    }

    public boolean exceeds(Money other) {
        return oere > other.oere;
    }

    public boolean isZero() {
        return oere == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(oere, other.oere);
    }

    /** Kroner with two decimals, as in {@code 1000.00}. */
    @Override
    public String toString() {
        return oere / 100 + (oere % 100 < 10 ? ".0" : ".") + oere % 100;
    }
}
