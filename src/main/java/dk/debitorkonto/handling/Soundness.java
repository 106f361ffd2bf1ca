package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Respite;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of a claim that each handling keeps as it decides, asked of what an undo would leave. */
final class Soundness {

    private Soundness() {}

    /** An annulled claim owes nothing. */
    static boolean isOwedThoughAnnulled(ClaimCase after) {
        return after.standing().state() == ClaimState.ANNULLED && !after.rest().isZero();
    }

    /** A claim never has two respites at once: the one that was there, where another comes back over it. */
    static Optional<Respite> overlapped(ClaimCase before, ClaimCase after) {
        var back = after.respites().stream()
                .filter(each -> !before.respites().contains(each))
                .toList();
        return before.respites().stream()
                .filter(each -> after.respites().contains(each))
                .filter(each -> back.stream().anyMatch(other -> other.overlaps(each.from(), each.to())))
                .findFirst();
    }

    /** Somebody stays liable: the last who is until some day, where nobody is after it any more. */
    static Optional<Liability> lastLiable(ClaimCase before, ClaimCase after) {
        return isForGood(before.liabilities()) && !after.liabilities().isEmpty() && !isForGood(after.liabilities())
                ? after.liabilities().stream()
                        .max(Comparator.comparing(Liability::to, Comparator.nullsLast(Comparator.naturalOrder())))
                : Optional.empty();
    }

    private static boolean isForGood(List<Liability> liabilities) {
        return liabilities.stream().anyMatch(each -> each.to() == null);
    }

    /** A type allows so many reminder fees, so many days apart: whether one that comes back breaks that. */
    static boolean hasTooManyFees(ClaimType type, ClaimCase before, ClaimCase after) {
        var fees = after.standingFees();
        var stood = before.standingFees().stream().map(Charge::id).toList();
        var back = fees.stream().filter(each -> !stood.contains(each.id())).toList();
        if (back.isEmpty()) return false;
        var atMost = type.feesAtMost();
        var daysApart = type.feeDaysApart();
        return (atMost != null && fees.size() > atMost)
                || (daysApart != null
                        && back.stream()
                                .anyMatch(each -> fees.stream().anyMatch(other -> isSooner(each, other, daysApart))));
    }

    private static boolean isSooner(Charge one, Charge other, int daysApart) {
        return !one.id().equals(other.id())
                && Math.abs(ChronoUnit.DAYS.between(one.accrued(), other.accrued())) < daysApart;
    }
}
