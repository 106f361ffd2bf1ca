package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Takes;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** FLYT_DAEKNINGER: coverage leaves some claims and covers others, the payment behind it being the same. */
@Component
final class MoveCoverage implements WholeHandling<MoveCoverage.Wish> {

    public record Wish(List<Row> rows) {}

    public record Row(UUID from, UUID to, Money amount) {}

    @Override
    public String code() {
        return "FLYT_DAEKNINGER";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SOURCE_CLAIMS, Need.TARGET_CLAIMS);
    }

    @Override
    public List<Refusal> check(Wish wish, HandlingRequest request, LocalDate effectDate) {
        if (wish.rows().isEmpty()) return List.of();
        if (!request.variant().listsClaims())
            return List.of(Refusal.ofParameter(Reason.PARAMETER_NOT_TAKEN, "rows", null));
        var sources = new HashSet<>(request.claims());
        var targets = new HashSet<>(request.targetClaims());
        var refusals = new ArrayList<Refusal>();
        for (var row : wish.rows()) {
            if (!sources.contains(row.from()))
                refusals.add(Refusal.ofParameter(Reason.PARAMETER_DOES_NOT_FIT, "from", row.from()));
            if (!targets.contains(row.to()))
                refusals.add(Refusal.ofParameter(Reason.PARAMETER_DOES_NOT_FIT, "to", row.to()));
        }
        return refusals;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, Situation situation) {
        var claims = Stream.concat(situation.sources().stream(), situation.targets().stream())
                .toList();
        var inside = new InsideClaim(new Draft(claims, List.of()), circumstances.order());
        if (!situation.listed()) return pairwise(inside, circumstances, situation);
        var refusals = wish.rows().isEmpty() ? inListOrder(inside, situation) : rowByRow(inside, wish.rows());
        return refusals.isEmpty() ? done(inside.draft(), situation.targets()) : new Verdict.Refuses(refusals);
    }

    private static Verdict pairwise(InsideClaim inside, Circumstances circumstances, Situation situation) {
        var found = Counterparts.of(
                situation.sources(), situation.targets(), target -> circumstances.brokenBy(target, Takes.REST));
        var refusals = new ArrayList<>(found.refusals());
        for (var pair : found.pairs()) {
            var covered = pair.source().covered();
            var rest = inside.draft().claim(pair.target().id()).rest();
            if (covered.exceeds(rest))
                refusals.add(
                        Refusal.ofClaim(Reason.COVERAGE_EXCEEDS, pair.source().id(), covered, rest));
            else inside.move(pair.source().id(), pair.target().id(), covered);
        }
        var targets =
                found.pairs().stream().map(Counterparts.Pair::target).distinct().toList();
        return refusals.isEmpty() ? done(inside.draft(), targets) : new Verdict.Refuses(refusals);
    }

    private static List<Refusal> inListOrder(InsideClaim inside, Situation situation) {
        var draft = inside.draft();
        var covered = sum(situation.sources(), ClaimCase::covered);
        var rest = sum(situation.targets(), ClaimCase::rest);
        if (covered.exceeds(rest))
            return List.of(Refusal.of(
                    Reason.COVERAGE_EXCEEDS,
                    Refusal.Element.TARGET_CLAIM,
                    situation.targets().getLast().id(),
                    covered,
                    rest));
        var turns = new InTurn(draft, situation.targets());
        for (var source : situation.sources()) {
            var left = source.covered();
            while (!left.isZero()) {
                var target = turns.current();
                var part = Money.least(left, draft.claim(target).rest());
                inside.move(source.id(), target, part);
                left = left.minus(part);
            }
        }
        return List.of();
    }

    private static List<Refusal> rowByRow(InsideClaim inside, List<Row> rows) {
        for (var row : rows) {
            var limit = Money.least(
                    inside.draft().claim(row.from()).covered(),
                    inside.draft().claim(row.to()).rest());
            // What the later rows may take depends on this one, so they aren't looked at.
            if (row.amount().exceeds(limit))
                return List.of(Refusal.ofParameter(Reason.AMOUNT_EXCEEDS, "amount", row.amount(), limit));
            inside.move(row.from(), row.to(), row.amount());
        }
        return List.of();
    }

    private static Verdict.Does done(Draft draft, List<ClaimCase> targets) {
        var partly = targets.stream()
                .map(ClaimCase::id)
                .filter(target -> !draft.claim(target).rest().isZero())
                .toList();
        return partly.isEmpty()
                ? draft.done()
                : draft.done().remarking(Remark.of(Remark.Kind.PARTLY_COVERED, partly.getFirst(), partly.size()));
    }

    private static Money sum(List<ClaimCase> claims, Function<ClaimCase, Money> figure) {
        return claims.stream().map(figure).reduce(Money.ZERO, Money::plus);
    }
}
