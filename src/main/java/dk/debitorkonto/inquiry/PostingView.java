package dk.debitorkonto.inquiry;

import dk.debitorkonto.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One posting with its entry.
 *
 * @param number of the entry, in the order in which entries were booked
 * @param line of the posting in the entry
 * @param about the charge that it is about, where it is one
 * @param reverses the posting that it takes back
 */
public record PostingView(
        long number,
        int line,
        UUID entry,
        Instant bookedAt,
        LocalDate valueDate,
        Origin cause,
        String actor,
        @Nullable String comment,
        OfPot debit,
        OfPot credit,
        Money amount,
        @Nullable UUID about,
        @Nullable Reversed reverses) {

    /** Why it was booked: a request's identification, or what the import, routine or person was. */
    public record Origin(String kind, UUID id, @Nullable String part) {}

    /** A ledger account: its kind, the claim or payment, and the cost family or debtor account. */
    public record OfPot(
            String pot, @Nullable UUID subject, @Nullable String detail) {}

    public record Reversed(UUID entry, int line) {}
}
