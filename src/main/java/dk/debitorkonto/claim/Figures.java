package dk.debitorkonto.claim;

import dk.debitorkonto.money.Money;

/** The four balances of a claim's cost family, valid when built: what is settled is never more than what is due. */
public record Figures(Money charged, Money reduced, Money covered, Money writtenOff) {

    public static final Figures NONE = new Figures(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** What was claimed, less reductions. Throws where the reductions are more. */
    public Money due() {
        return charged.minus(reduced);
    }

    public Money settled() {
        return covered.plus(writtenOff);
    }

    /** What is still owed. Throws where more is settled than due. */
    public Money rest() {
        return due().minus(settled());
    }

    /** Whether no rest is negative. A state between two postings may break it; one between two entries never. */
    public boolean holds() {
        return charged.oere() - reduced.oere() - covered.oere() - writtenOff.oere() >= 0;
    }
}
