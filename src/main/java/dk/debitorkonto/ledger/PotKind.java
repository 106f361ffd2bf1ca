package dk.debitorkonto.ledger;

/** What a ledger account measures, and the side on which its balance stands. */
public enum PotKind {
    CHARGED(Side.DEBIT, true),
    REDUCED(Side.CREDIT, true),
    COVERED(Side.CREDIT, true),
    WRITTEN_OFF(Side.CREDIT, true),
    UNUSED(Side.CREDIT, true),
    INCOME(Side.CREDIT, false),
    WRITE_OFF_COST(Side.DEBIT, false),
    BANK(Side.DEBIT, false),
    IN_TRANSIT(Side.DEBIT, false),
    OBSERVATION(Side.CREDIT, false),
    ADVANCE(Side.CREDIT, false),
    REFUNDS_DUE(Side.CREDIT, false);

    /** The side of a posting that raises a pot's balance. */
    public enum Side {
        DEBIT,
        CREDIT
    }

    private final Side side;
    private final boolean ofSubject;

    PotKind(Side side, boolean ofSubject) {
        this.side = side;
        this.ofSubject = ofSubject;
    }

    public Side side() {
        return side;
    }

    /** Whether the pot belongs to one claim or payment, not to the authority's own books. */
    public boolean isOfSubject() {
        return ofSubject;
    }
}
