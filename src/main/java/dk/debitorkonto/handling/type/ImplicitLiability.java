package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Claim;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** The liability of a claim that records none: the debtor's of its account. */
final class ImplicitLiability {

    private ImplicitLiability() {}

    /**
     * The day on which it begins where it has to be written down: the first that the claim knows of (period, invoice or due
     * date), so that no day on which something was owed is left without a liable party.
     */
    static LocalDate begins(Claim claim) {
        return Stream.of(claim.periodFrom(), claim.invoiceDate(), claim.dueDate())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
