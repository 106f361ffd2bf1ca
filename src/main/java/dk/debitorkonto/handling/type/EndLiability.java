package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AFSLUT_HAEFTELSE: ends one party's liability for each claim; somebody stays liable. */
@Component
final class EndLiability implements ClaimHandling<EndLiability.Wish> {

    /** The party is a person's or company's URN: never told in a refusal. */
    public record Wish(String party, LocalDate lastDay) {}

    @Override
    public String code() {
        return "AFSLUT_HAEFTELSE";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        var isImplicit = claim.liabilities().isEmpty()
                && wish.party().equals(circumstances.source().account().debtor());
        var ending = claim.liabilities().stream()
                .filter(each -> each.party().equals(wish.party()) && each.runsAfter(wish.lastDay()))
                .toList();
        if (ending.isEmpty() && !isImplicit)
            return Verdict.Refuses.because(Refusal.ofClaim(Reason.NOT_LIABLE, claim.id()));
        var others = claim.liabilities().stream()
                .filter(each -> !each.party().equals(wish.party()))
                .toList();
        if (isImplicit || !ending.stream().allMatch(each -> standIn(others, each, wish.lastDay())))
            return Verdict.Refuses.because(Refusal.ofClaim(Reason.LAST_LIABLE_PARTY, claim.id()));

        var draft = Draft.of(claim);
        for (var was : ending) draft.turnLiability(claim.id(), was, ended(was, wish.lastDay()));
        return draft.done();
    }

    /** With its last day; one that begins only after that lapses. */
    private static @Nullable Liability ended(Liability was, LocalDate lastDay) {
        return was.from().isAfter(lastDay) ? null : new Liability(was.id(), was.party(), was.from(), lastDay);
    }

    /** Whether on each day of {@code ending} after {@code lastDay} one of {@code others} is liable. */
    private static boolean standIn(List<Liability> others, Liability ending, LocalDate lastDay) {
        var until = lastDay.isBefore(ending.from()) ? ending.from().minusDays(1) : lastDay;
        while (ending.runsAfter(until)) {
            var next = until.plusDays(1);
            var longest = others.stream()
                    .filter(each -> !each.from().isAfter(next) && each.runsAfter(next.minusDays(1)))
                    .max(Comparator.comparing(Liability::to, Comparator.nullsLast(Comparator.naturalOrder())))
                    .orElse(null);
            if (longest == null) return false;
            if (longest.to() == null) return true;
            until = longest.to();
        }
        return true;
    }
}
