package dk.debitorkonto.inquiry;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Tells an account with its claims, as of now or of any moment. */
@Component
public class AccountInquiry {

    private static final int PORTION = 1_000;

    private static final Comparator<AccountView.OfClaim> IN_ORDER = Comparator.comparing(AccountView.OfClaim::dueDate)
            .thenComparing(AccountView.OfClaim::invoiceDate, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(AccountView.OfClaim::id, CoverageOrder::byDatabaseOrder);

    private final AccountReading rows;
    private final HistoryRows history;

    AccountInquiry(AccountReading rows, HistoryRows history) {
        this.rows = rows;
        this.history = history;
    }

    /** What is known of some claims beside their own rows. */
    private record Known(
            Map<UUID, Map<CostFamily, Sums>> figures,
            Map<UUID, List<Respite>> respites,
            Map<UUID, List<AccountView.Liable>> liabilities,
            HistoryRows.Turned turned) {}

    /** The account, all of it as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public Optional<AccountView> find(UUID id, Moment moment) {
        return rows.account(id).map(account -> view(id, account, moment));
    }

    private AccountView view(UUID id, AccountReading.Account account, Moment moment) {
        var turned = turned(List.of(id), moment);
        var state = turned.valueOf(Fact.of("ACCOUNT_STATE", id), account.state().name());
        var stop = turned.valueOf(Fact.of("ACCOUNT_STOP", id), text(account.reminderStop()));
        return new AccountView(
                id,
                account.authority(),
                account.caseSystem(),
                account.debtor(),
                account.title(),
                account.kle(),
                AccountState.valueOf(Objects.requireNonNull(state)),
                account.registered(),
                date(stop),
                moment.isNow() ? rows.unused(account.authority(), id) : history.unused(account.authority(), id, moment),
                claims(id, account.authority(), moment));
    }

    private List<AccountView.OfClaim> claims(UUID account, String authority, Moment moment) {
        var ids = new LinkedHashSet<>(rows.claimsOn(authority, account));
        if (!moment.isNow()) ids.addAll(history.claimsOnceOn(authority, account));
        var all = List.copyOf(ids);
        var claims = new ArrayList<AccountView.OfClaim>(all.size());
        for (var from = 0; from < all.size(); from += PORTION)
            addClaims(claims, account, all.subList(from, Math.min(all.size(), from + PORTION)), moment);
        claims.sort(IN_ORDER);
        return claims;
    }

    private void addClaims(List<AccountView.OfClaim> claims, UUID account, List<UUID> ids, Moment moment) {
        var known = known(ids, moment);
        var notYet = history.notYetKnown(ids, moment);
        for (var claim : rows.claims(ids)) {
            var on = known.turned()
                    .valueOf(
                            Fact.of("CLAIM_ACCOUNT", claim.id()),
                            claim.account().toString());
            if (account.toString().equals(on) && !notYet.contains(claim.id()))
                claims.add(view(claim, known, moment.day()));
        }
    }

    private Known known(Collection<UUID> claims, Moment moment) {
        var turned = turned(claims, moment);
        Map<Fact, @Nullable String> parts = new HashMap<>(rows.parts(claims));
        parts.putAll(turned.values());
        var respites = new HashMap<UUID, List<Respite>>();
        var liabilities = new HashMap<UUID, List<AccountView.Liable>>();
        parts.forEach((fact, text) -> {
            if (fact.kind().equals("RESPITE")) add(respites, fact, Facts.respite(fact.part(), text));
            if (fact.kind().equals("LIABILITY")) add(liabilities, fact, liable(fact.part(), text));
        });
        var figures = moment.isNow() ? rows.figures(claims) : history.figures(claims, moment);
        return new Known(figures, respites, liabilities, turned);
    }

    private HistoryRows.Turned turned(Collection<UUID> subjects, Moment moment) {
        return moment.isNow() ? new HistoryRows.Turned(Map.of()) : history.turned(subjects, moment);
    }

    private static <T> void add(Map<UUID, List<T>> parts, Fact fact, @Nullable T part) {
        if (part != null)
            parts.computeIfAbsent(fact.subject(), claim -> new ArrayList<>()).add(part);
    }

    private static AccountView.@Nullable Liable liable(UUID id, @Nullable String text) {
        var liability = Facts.liability(id, text);
        return liability == null ? null : new AccountView.Liable(liability.party(), liability.from(), liability.to());
    }

    private static AccountView.OfClaim view(AccountReading.ClaimRow claim, Known known, LocalDate day) {
        var turned = known.turned();
        var standing = Standing.parse(
                Objects.requireNonNull(turned.valueOf(Fact.of("CLAIM_STATE", claim.id()), claim.standing())));
        var state = standing.on(day);
        var figures = known.figures().getOrDefault(claim.id(), Map.of());
        return new AccountView.OfClaim(
                claim.id(),
                claim.type(),
                claim.kle(),
                claim.periodFrom(),
                claim.periodTo(),
                claim.invoiceDate(),
                claim.dueDate(),
                claim.lastTimelyPayment(),
                claim.limitation(),
                claim.reference(),
                state,
                state == ClaimState.ON_HOLD ? standing.holdTo() : null,
                due(figures, CostFamily.PRINCIPAL),
                due(figures, CostFamily.LATE_INTEREST),
                due(figures, CostFamily.RECOVERY_INTEREST),
                due(figures, CostFamily.REMINDER_FEE),
                sum(figures, Sums::covered),
                sum(figures, Sums::writtenOff),
                sum(figures, Sums::rest),
                respite(known.respites().getOrDefault(claim.id(), List.of()), day),
                date(turned.valueOf(Fact.of("CLAIM_STOP", claim.id()), claim.reminderStop())),
                id(turned.valueOf(Fact.of("RELATION", claim.id()), claim.relatesTo())),
                known.liabilities().getOrDefault(claim.id(), List.of()).stream()
                        .sorted(Comparator.comparing(AccountView.Liable::from).thenComparing(AccountView.Liable::party))
                        .toList());
    }

    private static AccountView.@Nullable Period respite(List<Respite> respites, LocalDate day) {
        return respites.stream()
                .filter(each -> !each.to().isBefore(day))
                .min(Comparator.comparing(Respite::from))
                .map(each -> new AccountView.Period(each.from(), each.to()))
                .orElse(null);
    }

    private static Balance due(Map<CostFamily, Sums> figures, CostFamily family) {
        return new Balance(figures.getOrDefault(family, Sums.NONE).due());
    }

    private static Balance sum(Map<CostFamily, Sums> figures, ToLongFunction<Sums> figure) {
        return new Balance(figures.values().stream().mapToLong(figure).sum());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
