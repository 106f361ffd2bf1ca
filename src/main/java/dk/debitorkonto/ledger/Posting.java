package dk.debitorkonto.ledger;

import dk.debitorkonto.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A positive amount from one pot to another; so an unbalanced entry can't be written down.
 *
 * @param about the single charge that the posting is about, where it isn't the whole family
 */
public record Posting(
        Pot debit, Pot credit, Money amount, @Nullable UUID about) {

    public Posting {
        if (amount.isZero()) throw new IllegalArgumentException("a posting moves something");
        if (debit.equals(credit)) throw new IllegalArgumentException("a posting has two pots, not " + debit + " twice");
    }

    public Posting swapped() {
        return new Posting(credit, debit, amount, about);
    }

    /** By how many øre the posting raises (or, negative, lowers) the balance of {@code pot}. */
    public long raises(Pot pot) {
        var debitSign = pot.kind().side() == PotKind.Side.DEBIT ? 1 : -1;
        return (debit.equals(pot) ? debitSign * amount.oere() : 0)
                - (credit.equals(pot) ? debitSign * amount.oere() : 0);
    }

    /** The two pots, debit first. */
    public java.util.List<Pot> pots() {
        return java.util.List.of(debit, credit);
    }
}
