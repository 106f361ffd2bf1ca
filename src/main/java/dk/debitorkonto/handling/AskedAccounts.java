package dk.debitorkonto.handling;

import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.jdbc.AccountRows;
import dk.debitorkonto.handling.jdbc.ClaimRows;
import dk.debitorkonto.handling.jdbc.RequestRows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Locks the accounts that a request is about, and says what is wrong with those that it names. */
@Component
final class AskedAccounts {

    private final AccountRows accounts;
    private final ClaimRows claims;
    private final RequestRows requests;

    AskedAccounts(AccountRows accounts, ClaimRows claims, RequestRows requests) {
        this.accounts = accounts;
        this.claims = claims;
        this.requests = requests;
    }

    /**
     * The accounts named, where they are the sender's own, and those on which claims may be changed beside; all locked.
     *
     * @throws DuplicateKeyException where the request was decided meanwhile, and much work would be done in vain
     */
    Map<UUID, AccountCase> lock(Job job, Catalogue.Item item, Optional<Undoing.Wanted> undo) {
        var locked = accounts.lock(
                job.submission().authority(),
                job.submission().sender().instance(),
                named(job.request()),
                beside(job, item, undo));
        var isOneOfMany = job.purpose() == Job.Purpose.RECEIVE
                && !job.request().variant().listsClaims()
                && !requests.before(job.submission()).isEmpty();
        if (isOneOfMany) throw new DuplicateKeyException("a copy held the lock that this one waited for");
        return locked;
    }

    /** Those of the accounts that are the sender's own. */
    Set<UUID> own(Job job, Set<UUID> ids) {
        return accounts.ownOf(
                job.submission().authority(), job.submission().sender().instance(), ids);
    }

    private static Set<UUID> named(HandlingRequest request) {
        return request.targetAccount() == null
                ? Set.of(request.account())
                : new HashSet<>(List.of(request.account(), request.targetAccount()));
    }

    /** Accounts that the request doesn't name, but on which it may change claims: as far as can be seen before the lock. */
    private Set<UUID> beside(Job job, Catalogue.Item item, Optional<Undoing.Wanted> undo) {
        if (undo.isPresent()) return undo.get().accounts();
        return item.type() instanceof WholeHandling<?> type && type.needs().contains(WholeHandling.Need.RELATED_CLAIMS)
                ? Set.copyOf(claims.accountsOfRelated(
                        job.submission().authority(), job.request().claims()))
                : Set.of();
    }

    /** One that is locked only as it lies beside is none that a caller may name. */
    static @Nullable AccountCase own(Job job, Map<UUID, AccountCase> locked, UUID id) {
        var account = locked.get(id);
        return account != null
                        && account.account()
                                .caseSystem()
                                .equals(job.submission().sender().instance())
                ? account
                : null;
    }

    /** What is wrong with the accounts named. */
    void check(
            Job job,
            Catalogue.Item item,
            Optional<Undoing.Wanted> undo,
            Map<UUID, AccountCase> found,
            Refusals refusals) {
        var request = job.request();
        var takesClosed = item.type().takesClosedAccount()
                || undo.map(Undoing.Wanted::takesClosedAccount).orElse(false);
        var asked = new Asked(job, found, refusals);
        if (changesBeside(item, undo)) handedOver(asked);
        ofAccount(asked, Refusal.Element.ACCOUNT, request.account(), takesClosed);
        var target = request.targetAccount();
        if (target == null) return;
        if (request.variant() == Variant.BETWEEN_ACCOUNTS && target.equals(request.account()))
            refusals.add(Refusal.of(Reason.SOURCE_IS_TARGET, Refusal.Element.TARGET_ACCOUNT, target));
        else ofAccount(asked, Refusal.Element.TARGET_ACCOUNT, target, false);
    }

    private static boolean changesBeside(Catalogue.Item item, Optional<Undoing.Wanted> undo) {
        return undo.isPresent() || (item.type() instanceof WholeHandling<?> type && type.changesRelated());
    }

    /** Nothing is changed on an account beside that has been given up; one of another system isn't named. */
    private static void handedOver(Asked asked) {
        var named = named(asked.job().request());
        for (var account : asked.found().values())
            if (account.account().state() == AccountState.HANDED_OVER && !named.contains(account.id()))
                asked.refusals()
                        .add(Refusal.of(
                                Reason.ACCOUNT_NOT_OPEN,
                                Refusal.Element.ACCOUNT,
                                own(asked.job(), asked.found(), account.id()) == null ? null : account.id(),
                                AccountState.HANDED_OVER));
    }

    private void ofAccount(Asked asked, Refusal.Element element, UUID id, boolean takesClosed) {
        var job = asked.job();
        var account = own(job, asked.found(), id);
        if (account == null) {
            var reason = switch (accounts.whose(
                    id, job.submission().sender(), job.submission().authority())) {
                case UNKNOWN -> Reason.ACCOUNT_UNKNOWN;
                case OF_OTHER_SYSTEM -> Reason.ACCOUNT_OF_OTHER_SYSTEM;
                case OF_OTHER_AUTHORITY -> Reason.ACCOUNT_OF_OTHER_AUTHORITY;
            };
            asked.refusals().add(Refusal.of(reason, element, id));
            return;
        }
        var state = account.account().state();
        if (state == AccountState.OPEN || (takesClosed && state == AccountState.CLOSED)) return;
        asked.refusals().add(Refusal.of(Reason.ACCOUNT_NOT_OPEN, element, id, state));
    }

    private record Asked(Job job, Map<UUID, AccountCase> found, Refusals refusals) {}
}
