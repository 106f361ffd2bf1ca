package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rows about a claim must know of it. */
public record KnownClaim(
        UUID id,
        String authority,
        UUID account,
        AccountState accountState,
        @Nullable LocalDate invoiceDate,
        ClaimState state) {

    /** The day from which something of {@code date} about the claim counts: not before it was invoiced. */
    public LocalDate notBeforeInvoice(LocalDate date) {
        return invoiceDate == null || invoiceDate.isBefore(date) ? date : invoiceDate;
    }
}
