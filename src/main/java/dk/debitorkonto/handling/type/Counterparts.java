package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Claims and the one claim of the target that each corresponds to.
 *
 * @param refusals those that correspond to none or several, or to one that the handling can't take
 */
record Counterparts(List<Pair> pairs, List<Refusal> refusals) {

    record Pair(ClaimCase source, ClaimCase target) {}

    /** The pairs of {@code sources} among {@code targets}. */
    static Counterparts of(
            List<ClaimCase> sources, List<ClaimCase> targets, Function<ClaimCase, @Nullable Reason> brokenBy) {
        var byKind = targets.stream()
                .collect(Collectors.groupingBy(target -> target.claim().correspondence()));
        var pairs = new ArrayList<Pair>();
        var refusals = new ArrayList<Refusal>();
        for (var source : sources) {
            var found = byKind.getOrDefault(source.claim().correspondence(), List.of());
            var broken = found.size() == 1 ? brokenBy.apply(found.getFirst()) : null;
            if (found.size() != 1)
                refusals.add(Refusal.ofClaim(Reason.NO_CORRESPONDING_CLAIM, source.id(), found.size()));
            else if (broken != null)
                refusals.add(Refusal.of(
                        broken, Refusal.Element.TARGET_CLAIM, found.getFirst().id()));
            else pairs.add(new Pair(source, found.getFirst()));
        }
        return new Counterparts(pairs, refusals);
    }
}
