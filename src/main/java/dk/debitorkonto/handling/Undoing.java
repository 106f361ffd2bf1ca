package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.ClaimRows;
import dk.debitorkonto.handling.jdbc.OriginalRows;
import dk.debitorkonto.handling.jdbc.RequestRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Undoing an earlier handling: its changes swapped, the last first, where nothing stands in the way. */
@Component
final class Undoing {

    private static final Set<String> DONE = Set.of("CARRIED_OUT", "ACCEPTED_WITHOUT_STATUS");
    private static final String CLOSE_ACCOUNT = "AFSLUT_DEBITORKONTO";
    private static final String UNDO = "TILBAGEFOER_HANDLING";
    private static final String HAND_OVER = "OVERDRAG_DEBITORKONTO";

    private final Catalogue catalogue;
    private final RequestRows requests;
    private final OriginalRows originals;
    private final ClaimRows claims;

    Undoing(Catalogue catalogue, RequestRows requests, OriginalRows originals, ClaimRows claims) {
        this.catalogue = catalogue;
        this.requests = requests;
        this.originals = originals;
        this.claims = claims;
    }

    /**
     * A request to undo, with what it names.
     *
     * @param original absent where no request of the caller's has that identification
     * @param accounts all accounts that have to be locked beside the request's own
     */
    record Wanted(RequestRows.@Nullable Original original, Catalogue.@Nullable Item item, Set<UUID> accounts) {

        /** What is wrong with naming this original. */
        void check(Job job, Refusals refusals) {
            var found = original;
            if (found == null
                    || item == null
                    || !found.authority().equals(job.submission().authority()))
                refusals.add(Refusal.ofParameter(Reason.ORIGINAL_UNKNOWN, "identification", null));
            else if (found.outcome() == null || !DONE.contains(found.outcome()))
                refusals.add(Refusal.ofParameter(Reason.ORIGINAL_UNKNOWN, "identification", null));
            else if (!isLike(found, job.request()))
                refusals.add(
                        Refusal.ofParameter(Reason.ORIGINAL_DIFFERS, "identification", null, found.handlingType()));
            else if (found.effectDate() != null && job.effectDate().isBefore(found.effectDate()))
                refusals.add(Refusal.of(
                        Reason.EFFECT_BEFORE_ORIGINAL,
                        Refusal.Element.EFFECT_DATE,
                        job.effectDate(),
                        found.effectDate()));
            else if (found.handlingType().equals(HAND_OVER))
                refusals.add(Refusal.of(
                        Reason.HANDOVER_IS_FINAL,
                        Refusal.Element.ACCOUNT,
                        job.request().account()));
        }

        private boolean isLike(RequestRows.Original found, HandlingRequest request) {
            return !found.handlingType().equals(UNDO)
                    && found.variant() == request.variant()
                    && found.account().equals(request.account())
                    && Objects.equals(found.targetAccount(), request.targetAccount())
                    && new HashSet<>(found.claims()).equals(new HashSet<>(request.claims()))
                    && new HashSet<>(found.targetClaims()).equals(new HashSet<>(request.targetClaims()));
        }

        boolean takesClosedAccount() {
            return item != null && item.definition().code().equals(CLOSE_ACCOUNT);
        }

        /** A result is told of what told one when it was done. */
        Success success() {
            return success(found().wish(), known().type(), known().definition());
        }

        private static <W> Success success(RequestRows.Wish wish, HandlingType<W> type, HandlingDefinition definition) {
            return type.success(wish.as(type.wishType()), definition);
        }

        RequestRows.Original found() {
            return Objects.requireNonNull(original);
        }

        private Catalogue.Item known() {
            return Objects.requireNonNull(item);
        }

        int persons() {
            return original == null ? 0 : original.persons();
        }
    }

    Optional<Wanted> look(Job job, Catalogue.Item item) {
        if (!(item.type() instanceof UndoHandling<?> type)
                || !(job.request().parameters() instanceof HandlingRequest.Parameters.Read read))
            return Optional.empty();
        var identification = identification(type, read.wish());
        var original =
                requests.original(job.submission().sender(), identification).orElse(null);
        if (original == null) return Optional.of(new Wanted(null, null, Set.of()));
        var known = catalogue.find(original.handlingType()).orElse(null);
        return Optional.of(new Wanted(original, known, originals.accounts(original.authority(), original.id())));
    }

    private static <W> UUID identification(UndoHandling<W> type, Object wish) {
        return type.original(type.wishType().cast(wish));
    }

    /** Adds to the plan what takes the original back; or says what stands in the way. */
    void run(Run run, Wanted wanted, Map<UUID, AccountCase> locked) {
        var original = wanted.found();
        // Asked under the lock: another may have undone it while this one waited.
        if (original.undone() || requests.isUndone(original.id())) {
            run.refusals().add(Refusal.ofParameter(Reason.UNDONE_ALREADY, "identification", null));
            return;
        }
        var entries = originals.entries(original.authority(), original.id());
        var use = use(run, wanted, entries);
        var reversal = new Reversal(run, originals, claims, entries, locked);
        if (reversal.isBesideClaims()) {
            reversal.whole(claims(wanted, locked));
            return;
        }
        var after = -1;
        for (var page = originals.claims(original.id(), after); !page.isEmpty(); ) {
            reversal.page(underLock(claims.byId(original.authority(), page), page, locked));
            after += page.size();
            page = originals.claims(original.id(), after);
            // Money moves between accounts only in the other variants: those are written as one, so that no pot is
            // negative between.
            if (!page.isEmpty() && !run.refusals().any() && original.variant() == Variant.ONE_ACCOUNT)
                run.job().books().turn(run.plan(), use);
        }
    }

    /** All claims of the original. */
    private List<ClaimCase> claims(Wanted wanted, Map<UUID, AccountCase> locked) {
        var original = wanted.found();
        var all = new ArrayList<ClaimCase>();
        for (var page = originals.claims(original.id(), -1);
                !page.isEmpty();
                page = originals.claims(original.id(), all.size() - 1))
            all.addAll(underLock(claims.byId(original.authority(), page), page, locked));
        return all;
    }

    /** A plan that will wait for a person is only shown; its amount is known before, being the original's. */
    private Pages.Use use(Run run, Wanted wanted, OriginalRows.Entries entries) {
        if (run.job().purpose() != Job.Purpose.RECEIVE) return run.use();
        var limit = run.job().registered().limit();
        var waits = wanted.persons() > 0
                || (limit != null
                        && originals.amount(wanted.found().authority(), entries).exceeds(limit));
        return waits ? Pages.Use.SHOW : Pages.Use.BOOK;
    }

    private static Collection<ClaimCase> underLock(
            Map<UUID, ClaimCase> found, List<UUID> order, Map<UUID, AccountCase> locked) {
        var ordered = new LinkedHashMap<UUID, ClaimCase>();
        for (var id : order) {
            var claim = Objects.requireNonNull(found.get(id));
            Gathering.underLock(claim, locked.keySet());
            ordered.put(id, claim);
        }
        return ordered.values();
    }
}
