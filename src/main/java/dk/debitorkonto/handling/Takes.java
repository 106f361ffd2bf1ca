package dk.debitorkonto.handling;

import dk.debitorkonto.claim.CostFamily;

/** What a claim must have for a type to apply to it: the catalogue's second rule. */
public enum Takes {
    /** The claim isn't looked at, its state neither. */
    UNASKED(null),
    NOTHING(null),
    REST(Reason.ALREADY_COVERED),
    UNCOVERED_CHARGES(Reason.ALREADY_COVERED),
    COVERAGE(Reason.NOTHING_COVERED),
    WRITE_OFF(Reason.NOTHING_WRITTEN_OFF),
    RELATION(Reason.NO_RELATION);

    private final @org.jspecify.annotations.Nullable Reason otherwise;

    Takes(@org.jspecify.annotations.Nullable Reason otherwise) {
        this.otherwise = otherwise;
    }

    /** Why {@code claim} isn't one that the type applies to; absent where it is. */
    @org.jspecify.annotations.Nullable
    Reason missingIn(ClaimCase claim) {
        var there = switch (this) {
            case UNASKED, NOTHING -> true;
            case REST -> !claim.rest().isZero();
            case UNCOVERED_CHARGES ->
                java.util.Arrays.stream(CostFamily.values())
                        .anyMatch(family -> family != CostFamily.PRINCIPAL
                                && !claim.of(family).rest().isZero());
            case COVERAGE -> !claim.covered().isZero();
            case WRITE_OFF -> !claim.writtenOff().isZero();
            case RELATION -> claim.relatesTo() != null || claim.hasRelated();
        };
        return there ? null : otherwise;
    }
}
