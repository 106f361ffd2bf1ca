package dk.debitorkonto.claim;

import java.util.Comparator;
import java.util.List;

/**
 * The order in which money covers a claim, a dated rule of the authority.
 *
 * @param version named in a receipt's result
 * @param families the order inside a claim, each family once
 */
public record CoverageOrder(String version, List<CostFamily> families) {

    /** Between claims: due date, then invoice date (none last), then id. */
    public static final Comparator<Claim> BETWEEN_CLAIMS = Comparator.comparing(Claim::dueDate)
            .thenComparing(Claim::invoiceDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Claim::id, CoverageOrder::byDatabaseOrder);

    public CoverageOrder {
        families = List.copyOf(families);
        if (families.size() != CostFamily.values().length
                || families.stream().distinct().count() != families.size())
            throw new IllegalArgumentException("each cost family once, not " + families);
    }

    /** UUIDs as the databases order them: unsigned, unlike {@link java.util.UUID#compareTo}. */
    public static int byDatabaseOrder(java.util.UUID a, java.util.UUID b) {
        var most = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
