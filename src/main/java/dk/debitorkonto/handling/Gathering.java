package dk.debitorkonto.handling;

import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.handling.jdbc.ClaimRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;

/** Loads what a type over whole lists asks for, and lets through what the catalogue's rules allow. */
final class Gathering {

    private final Run run;
    private final ClaimRows claims;
    private final HandlingRequest request;
    private final String authority;
    private final Set<UUID> locked;
    private long leftOut;

    /** @param locked all accounts that are */
    Gathering(Run run, ClaimRows claims, Set<UUID> locked) {
        this.locked = locked;
        this.run = run;
        this.claims = claims;
        this.request = run.job().request();
        this.authority = run.job().submission().authority();
    }

    Situation gather(Set<WholeHandling.Need> needs, List<ClaimCase> listedSources, List<ClaimCase> listedTargets) {
        var listed = request.variant().listsClaims();
        var related = needs.contains(WholeHandling.Need.RELATED_CLAIMS) && listed
                ? underLock(claims.relatedTo(authority, request.claims()))
                : List.<ClaimCase>of();
        var sources = sources(needs, withRelated(listedSources, related), listed);
        var targets = targets(needs, listedTargets, listed);
        var unused = needs.contains(WholeHandling.Need.UNUSED_PAYMENTS)
                ? claims.unused(authority, List.of(request.account())).stream()
                        .filter(each -> run.circumstances().isInPeriod(each.paidOn()))
                        .toList()
                : List.<dk.debitorkonto.payment.Unused>of();
        if (leftOut > 0) run.plan().remark(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, leftOut));
        return new Situation(listed, sources, targets, unused, related);
    }

    /** Claims as found after the lock: one that moved while it was waited for makes the desk begin again. */
    private List<ClaimCase> underLock(List<ClaimCase> found) {
        found.forEach(claim -> underLock(claim, locked));
        return found;
    }

    /** @throws CannotAcquireLockException where the claim's account isn't locked: the desk tries the whole again */
    static void underLock(ClaimCase claim, Set<UUID> locked) {
        if (!locked.contains(claim.account()))
            throw new CannotAcquireLockException("claim " + claim.id() + " moved to another account meanwhile");
    }

    /** All claims of the situation once, in the order in which effects are told: of the lists, without lists by due date. */
    static Collection<ClaimCase> all(Situation situation) {
        var all = new LinkedHashMap<UUID, ClaimCase>();
        Stream.of(situation.sources(), situation.targets(), situation.related())
                .flatMap(List::stream)
                .forEach(claim -> all.putIfAbsent(claim.id(), claim));
        if (situation.listed()) return all.values();
        return all.values().stream()
                .sorted(Comparator.comparing(ClaimCase::claim, CoverageOrder.BETWEEN_CLAIMS))
                .toList();
    }

    private List<ClaimCase> sources(Set<WholeHandling.Need> needs, List<ClaimCase> listedSources, boolean listed) {
        var wanted = listed || needs.contains(WholeHandling.Need.SOURCE_CLAIMS);
        var definition = run.circumstances().definition();
        if (!wanted) return List.of();
        var all = listed ? listedSources : ofAccount(request.account());
        if (definition.isAboutAccountAlone(request.variant())) return all;
        var fit = new ArrayList<ClaimCase>();
        for (var claim : all) {
            var broken = brokenBySource(claim);
            if (broken == null) fit.add(claim);
            else if (listed) run.refusals().add(refusal(broken, Refusal.Element.CLAIM, claim));
            else leftOut++;
        }
        if (!listed && fit.isEmpty() && definition.takes() != Takes.UNASKED)
            run.refusals().add(Refusal.of(Reason.NOTHING_TO_MOVE, Refusal.Element.ACCOUNT, request.account(), leftOut));
        return fit;
    }

    private @org.jspecify.annotations.Nullable Reason brokenBySource(ClaimCase claim) {
        var circumstances = run.circumstances();
        var broken = circumstances.brokenBy(claim, circumstances.definition().takes());
        if (broken != null) return broken;
        var inPeriod = circumstances.definition().period() != PeriodUse.CLAIMS_DUE
                || circumstances.isInPeriod(claim.claim().dueDate());
        return inPeriod ? null : Reason.OUTSIDE_PERIOD;
    }

    private List<ClaimCase> targets(Set<WholeHandling.Need> needs, List<ClaimCase> listedTargets, boolean listed) {
        if (!listed)
            return needs.contains(WholeHandling.Need.TARGET_CLAIMS)
                    ? ofAccount(Objects.requireNonNull(request.targetAccount()))
                    : List.of();
        var takes = run.circumstances().definition().targetTakes();
        if (takes != null)
            for (var claim : listedTargets) {
                var broken = run.circumstances().brokenBy(claim, takes);
                if (broken != null) run.refusals().add(refusal(broken, Refusal.Element.TARGET_CLAIM, claim));
            }
        return listedTargets;
    }

    private Refusal refusal(Reason reason, Refusal.Element element, ClaimCase claim) {
        var detail = reason == Reason.OUTSIDE_PERIOD
                ? claim.claim().dueDate()
                : claim.stateOn(run.circumstances().effectDate());
        return Refusal.of(reason, element, claim.id(), detail);
    }

    private List<ClaimCase> ofAccount(UUID account) {
        try (var pages = claims.pages(authority, account)) {
            return pages.flatMap(List::stream).toList();
        }
    }

    private static List<ClaimCase> withRelated(List<ClaimCase> listed, List<ClaimCase> related) {
        var mains = related.stream()
                .map(claim -> Objects.requireNonNull(claim.relatesTo()))
                .collect(Collectors.toSet());
        return listed.stream()
                .map(claim -> mains.contains(claim.id()) ? claim.withRelated() : claim)
                .toList();
    }
}
