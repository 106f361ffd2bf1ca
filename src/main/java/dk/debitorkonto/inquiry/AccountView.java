package dk.debitorkonto.inquiry;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A debtor account with its claims.
 *
 * @param reminderStopTo the last day of a wish that reminders rest
 * @param unusedPayments what is unused on the account of all payments
 * @param claims by due date, invoice date and id
 */
public record AccountView(
        UUID id,
        String authority,
        UUID caseSystem,
        String debtor,
        @Nullable String title,
        @Nullable String kle,
        AccountState state,
        @Nullable LocalDate registered,
        @Nullable LocalDate reminderStopTo,
        Balance unusedPayments,
        List<OfClaim> claims) {

    /** First and last day, both included. */
    public record Period(LocalDate from, LocalDate to) {}

    /** That a party is liable, both days included. */
    public record Liable(
            String party, LocalDate from, @Nullable LocalDate to) {}

    /**
     * A claim; principal, interest and fee are after reductions.
     *
     * @param onHoldTo the hold's last day
     * @param respite the one that runs, else the next
     */
    public record OfClaim(
            UUID id,
            String type,
            @Nullable String kle,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable LocalDate invoiceDate,
            LocalDate dueDate,
            @Nullable LocalDate lastTimelyPayment,
            @Nullable LocalDate limitation,
            @Nullable String reference,
            ClaimState state,
            @Nullable LocalDate onHoldTo,
            Balance principal,
            Balance lateInterest,
            Balance recoveryInterest,
            Balance reminderFee,
            Balance covered,
            Balance writtenOff,
            Balance rest,
            @Nullable Period respite,
            @Nullable LocalDate reminderStopTo,
            @Nullable UUID relatesTo,
            List<Liable> liabilities) {}
}
