package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.jdbc.ClaimRows;
import dk.debitorkonto.handling.jdbc.OriginalRows;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes an earlier handling back, a page of its claims at a time.
 *
 * <p>Legal where no pot that it raised has been lowered since, each fact still is as it left it, nothing would be negative, and what
 * came since leaves the rules whole that every other handling keeps: {@link Soundness}.
 */
final class Reversal {

    private record FactOf(Change.FactKind kind, UUID part) {}

    private final Run run;
    private final OriginalRows originals;
    private final ClaimRows claimRows;
    private final OriginalRows.Entries entries;
    private final Map<UUID, AccountCase> accounts;
    private final String authority;
    private final List<OriginalRows.Written> beside;
    private final Set<String> named = new HashSet<>();

    Reversal(
            Run run,
            OriginalRows originals,
            ClaimRows claimRows,
            OriginalRows.Entries entries,
            Map<UUID, AccountCase> accounts) {
        this.run = run;
        this.originals = originals;
        this.claimRows = claimRows;
        this.entries = entries;
        this.accounts = accounts;
        this.authority = run.job().submission().authority();
        this.beside = originals.changesBesideClaims(authority, entries);
    }

    /**
     * Whether the original did something beside claims, to payments and accounts. It saw its claims all at once then, and so
     * must its undo: coverage leaves one claim through an unused payment for another, and each step back needs the one after it.
     */
    boolean isBesideClaims() {
        return !beside.isEmpty();
    }

    /** What the original did to these claims, nothing beside them. */
    void page(Collection<ClaimCase> claims) {
        takeBack(claims, List.of());
    }

    /** All that the original did: {@code claims} are all of its claims. */
    void whole(Collection<ClaimCase> claims) {
        takeBack(claims, beside);
    }

    private void takeBack(Collection<ClaimCase> claims, List<OriginalRows.Written> more) {
        var byId = new HashMap<UUID, ClaimCase>();
        claims.forEach(claim -> byId.put(claim.id(), claim));
        var changes = new ArrayList<>(originals.changesOf(authority, entries, byId.keySet()));
        changes.addAll(more);
        changes.sort(OriginalRows.LAST_FIRST);
        var later = later(changes, byId.keySet());
        requireNotLowered(changes, later);
        requireFactsAsLeft(changes, byId);
        requireSound(claims, changes, later);
        if (!run.refusals().any()) run.plan().add(claims, bookings(changes));
    }

    private static List<Plan.Booking> bookings(List<OriginalRows.Written> changes) {
        return changes.stream()
                .map(written -> new Plan.Booking(written.change().swapped(), written.line()))
                .toList();
    }

    private List<OriginalRows.Later> later(List<OriginalRows.Written> changes, Collection<UUID> claims) {
        var subjects = new HashSet<>(claims);
        for (var written : changes)
            if (written.change() instanceof Change.Moves moves)
                for (var pot : moves.posting().pots()) if (pot.subject() != null) subjects.add(pot.subject());
        return subjects.isEmpty() ? List.of() : originals.since(authority, entries, subjects);
    }

    private void requireNotLowered(List<OriginalRows.Written> changes, List<OriginalRows.Later> later) {
        var raised = new HashMap<Pot, Long>();
        for (var written : changes)
            if (written.change() instanceof Change.Moves moves)
                for (var pot : moves.posting().pots())
                    if (pot.kind().isOfSubject())
                        raised.merge(pot, moves.posting().raises(pot), Long::sum);
        raised.values().removeIf(net -> net <= 0);
        later.stream()
                .filter(each -> each.posting().pots().stream()
                        .anyMatch(
                                pot -> raised.containsKey(pot) && each.posting().raises(pot) < 0))
                .max(Comparator.comparingLong(OriginalRows.Later::number))
                .ifPresent(each -> inTheWay(each.cause()));
    }

    private void requireFactsAsLeft(List<OriginalRows.Written> changes, Map<UUID, ClaimCase> claims) {
        var seen = new HashSet<FactOf>();
        for (var written : changes)
            if (written.change() instanceof Change.Turns turns
                    && seen.add(new FactOf(turns.kind(), turns.part()))
                    && !Objects.equals(now(turns, claims), turns.after()))
                inTheWay(
                        turnedSince(turns.kind(), turns.subject(), turns.part()).orElse(null));
    }

    private @Nullable String now(Change.Turns turns, Map<UUID, ClaimCase> claims) {
        return switch (turns.kind()) {
            case ACCOUNT_STATE -> account(turns).account().state().name();
            case ACCOUNT_STOP -> text(account(turns).account().reminderStop());
            case CLAIM_STATE -> claim(turns, claims).standing().text();
            case CLAIM_ACCOUNT -> text(claim(turns, claims).account());
            case CLAIM_STOP -> text(claim(turns, claims).reminderStop());
            case RELATION -> text(claim(turns, claims).relatesTo());
            case RESPITE ->
                part(claim(turns, claims).respites().stream()
                        .filter(each -> is(each, turns))
                        .map(Facts::text));
            case LIABILITY ->
                part(claim(turns, claims).liabilities().stream()
                        .filter(each -> is(each, turns))
                        .map(Facts::text));
            case NOTICE ->
                part(claim(turns, claims).notices().stream()
                        .filter(each -> is(each, turns))
                        .map(Facts::text));
        };
    }

    private static boolean is(Respite respite, Change.Turns turns) {
        return respite.id().equals(turns.part());
    }

    private static boolean is(Liability liability, Change.Turns turns) {
        return liability.id().equals(turns.part());
    }

    private static boolean is(Notice notice, Change.Turns turns) {
        return notice.id().equals(turns.part());
    }

    private static @Nullable String part(java.util.stream.Stream<String> found) {
        return found.findFirst().orElse(null);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static ClaimCase claim(Change.Turns turns, Map<UUID, ClaimCase> claims) {
        return Objects.requireNonNull(claims.get(turns.subject()));
    }

    private AccountCase account(Change.Turns turns) {
        return Objects.requireNonNull(accounts.get(turns.subject()));
    }

    private void requireSound(
            Collection<ClaimCase> claims, List<OriginalRows.Written> changes, List<OriginalRows.Later> later) {
        if (run.refusals().any()) return;
        var world = World.withoutPayments(claims);
        accounts.values().forEach(world::put);
        try {
            changes.forEach(written -> world.apply(written.change().swapped()));
        } catch (IllegalArgumentException negative) {
            inTheWay(latest(later));
            return;
        }
        for (var claim : claims) {
            var after = world.claim(claim.id());
            if (isSum(after)) requireRules(claim, after, later);
            else inTheWay(latest(later));
        }
        requireNoChain(world, changes);
        accounts.values().forEach(account -> requireSettled(account, world.account(account.id())));
    }

    private static boolean isSum(ClaimCase after) {
        return after.figures().values().stream().allMatch(Figures::holds)
                && after.charges().stream()
                        .noneMatch(
                                charge -> charge.undone() && !charge.reduced().isZero());
    }

    /** Only what came since stands in the way: how it was when the original was done, it may be again. */
    private void requireRules(ClaimCase before, ClaimCase after, List<OriginalRows.Later> later) {
        var id = before.id();
        if (Soundness.isOwedThoughAnnulled(after)) mayStandInTheWay(Change.FactKind.CLAIM_STATE, id, id);
        Soundness.overlapped(before, after)
                .ifPresent(respite -> mayStandInTheWay(Change.FactKind.RESPITE, id, respite.id()));
        Soundness.lastLiable(before, after)
                .ifPresent(liability -> mayStandInTheWay(Change.FactKind.LIABILITY, id, liability.id()));
        if (Soundness.hasTooManyFees(run.circumstances().typeOf(before), before, after)) {
            var fee = latest(later.stream()
                    .filter(each -> each.posting().raises(ClaimPots.charged(id, CostFamily.REMINDER_FEE)) > 0)
                    .toList());
            if (fee != null) inTheWay(fee);
        }
        var account = accounts.get(after.account());
        if (account != null
                && account.account().state() == AccountState.CLOSED
                && !after.rest().isZero()) mayStandInTheWay(Change.FactKind.ACCOUNT_STATE, account.id(), account.id());
    }

    /** A claim that relates to another is no main claim, neither before nor behind. */
    private void requireNoChain(World world, List<OriginalRows.Written> changes) {
        var mains = new HashMap<UUID, UUID>();
        for (var written : changes)
            if (written.change() instanceof Change.Turns turns
                    && turns.kind() == Change.FactKind.RELATION
                    && turns.before() != null) mains.put(turns.subject(), UUID.fromString(turns.before()));
        if (mains.isEmpty()) return;
        var around = new ArrayList<>(
                claimRows.byId(authority, Set.copyOf(mains.values())).values());
        around.addAll(claimRows.relatedTo(authority, mains.keySet()));
        for (var claim : around)
            if (world.claimOr(claim).relatesTo() != null)
                mayStandInTheWay(Change.FactKind.RELATION, claim.id(), claim.id());
    }

    /** Nothing is owed or unused on a closed account. */
    private void requireSettled(AccountCase before, AccountCase after) {
        if (after.account().state() != AccountState.CLOSED) return;
        var id = before.id();
        var unused = after.unused();
        if (before.account().state() == AccountState.CLOSED) {
            if (unused.exceeds(before.unused())) mayStandInTheWay(Change.FactKind.ACCOUNT_STATE, id, id);
            return;
        }
        var subjects = new HashSet<UUID>();
        var rest = Money.ZERO;
        for (var claim : claimsOn(id)) {
            rest = rest.plus(claim.rest());
            subjects.add(claim.id());
        }
        claimRows.unused(authority, List.of(id)).forEach(each -> subjects.add(each.payment()));
        if ((!rest.isZero() || !unused.isZero())
                && !originals.since(authority, entries, subjects).isEmpty())
            run.refusals().add(Refusal.of(Reason.ACCOUNT_NOT_SETTLED, Refusal.Element.ACCOUNT, id, rest, unused));
    }

    private List<ClaimCase> claimsOn(UUID account) {
        try (var pages = claimRows.pages(authority, account)) {
            return pages.flatMap(List::stream).toList();
        }
    }

    private static @Nullable String latest(List<OriginalRows.Later> later) {
        return later.stream()
                .max(Comparator.comparingLong(OriginalRows.Later::number))
                .map(OriginalRows.Later::cause)
                .orElse(null);
    }

    private void mayStandInTheWay(Change.FactKind kind, UUID subject, UUID part) {
        turnedSince(kind, subject, part).ifPresent(this::inTheWay);
    }

    private Optional<String> turnedSince(Change.FactKind kind, UUID subject, UUID part) {
        return originals.turnedSince(authority, entries, new Change.Turns(kind, subject, part, null, null));
    }

    /** Once each. */
    private void inTheWay(@Nullable String cause) {
        if (!named.add(String.valueOf(cause))) return;
        run.refusals()
                .add(
                        cause == null
                                ? Refusal.ofParameter(Reason.IN_THE_WAY, "identification", null)
                                : Refusal.ofParameter(Reason.IN_THE_WAY, "identification", null, cause));
    }
}
