package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.CoverageOrder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a type may know beside the case in front of it.
 *
 * @param effectDate the date asked: states, respites and caps are those of this day
 * @param today when it is decided, which may be later
 * @param source the account named first, as loaded under its lock
 * @param ids makes ids for new records
 */
public record Circumstances(
        HandlingDefinition definition,
        LocalDate effectDate,
        LocalDate today,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        AccountCase source,
        @Nullable AccountCase target,
        CoverageOrder order,
        Map<String, ClaimType> claimTypes,
        Supplier<UUID> ids) {

    /** The account named second; only in variants that have one. */
    public AccountCase targetAccount() {
        return Objects.requireNonNull(target, "no target account in this variant");
    }

    public ClaimType typeOf(ClaimCase claim) {
        return Objects.requireNonNull(claimTypes.get(claim.claim().type()), "unknown claim type");
    }

    /** Whether the claim has respite on the date asked, or has been given it since and it runs today. */
    public boolean isInRespite(ClaimCase claim) {
        return claim.isInRespiteOn(effectDate) || claim.isInRespiteOn(today);
    }

    public boolean isInPeriod(LocalDate date) {
        return (periodFrom == null || !date.isBefore(periodFrom)) && (periodTo == null || !date.isAfter(periodTo));
    }

    /** The first of the catalogue's rules (state, then what the claim must have) that {@code claim} breaks. */
    public @Nullable Reason brokenBy(ClaimCase claim, Takes takes) {
        if (takes == Takes.UNASKED) return null;
        var state = claim.stateOn(effectDate);
        if (!definition.states().isEmpty() && !definition.states().contains(state))
            return state == dk.debitorkonto.claim.ClaimState.IN_RECOVERY ? Reason.UNDER_RECOVERY : Reason.STATE_FORBIDS;
        return takes.missingIn(claim);
    }
}
