package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object at one moment, as an effect shows it. */
public sealed interface Snapshot {

    /** A party's liability without the party: whose it is isn't told. */
    record Span(LocalDate from, @Nullable LocalDate to) {}

    record OfClaim(
            ClaimState state,
            @Nullable LocalDate onHoldTo,
            Amounts amounts,
            UUID account,
            @Nullable LocalDate respiteFrom,
            @Nullable LocalDate respiteTo,
            @Nullable LocalDate reminderStop,
            @Nullable UUID relatesTo,
            List<Span> liabilities)
            implements Snapshot {}

    record OfAccount(
            AccountState state, Money unused, @Nullable LocalDate reminderStop) implements Snapshot {}

    /** The claim on {@code date}, with the respite that runs then, else the next. */
    static OfClaim of(ClaimCase claim, LocalDate date) {
        var state = claim.stateOn(date);
        var respite = claim.respites().stream()
                .filter(each -> !each.to().isBefore(date))
                .min(Comparator.comparing(Respite::from))
                .orElse(null);
        return new OfClaim(
                state,
                state == ClaimState.ON_HOLD ? claim.standing().holdTo() : null,
                Amounts.of(claim),
                claim.account(),
                respite == null ? null : respite.from(),
                respite == null ? null : respite.to(),
                claim.reminderStop(),
                claim.relatesTo(),
                claim.liabilities().stream()
                        .sorted(Comparator.comparing(Liability::from).thenComparing(Liability::party))
                        .map(each -> new Span(each.from(), each.to()))
                        .toList());
    }

    static OfAccount of(AccountCase account) {
        return new OfAccount(
                account.account().state(), account.unused(), account.account().reminderStop());
    }
}
