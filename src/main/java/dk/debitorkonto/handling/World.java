package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A working copy of the claims, accounts and unused payments at hand: what they would be after some changes.
 *
 * <p>Changes to what isn't in it are passed over, so that one change can be folded into several views.
 */
final class World {

    private record Seat(UUID payment, UUID account) {}

    private final Map<UUID, ClaimCase> claims = new LinkedHashMap<>();
    private final Map<UUID, AccountCase> accounts = new LinkedHashMap<>();
    private final Map<Seat, Unused> unused = new LinkedHashMap<>();
    private final boolean seesPayments;
    /** When each payment at hand was paid, which a change doesn't tell: it may count only from an invoice date after that. */
    private final Map<UUID, LocalDate> paidOn = new HashMap<>();

    /** A world that follows single payments too: all that the changes to come use must be in it, or come up in them. */
    World(Collection<ClaimCase> claims, Collection<AccountCase> accounts, Collection<Unused> unused) {
        this(claims, accounts, unused, true);
    }

    private World(
            Collection<ClaimCase> claims,
            Collection<AccountCase> accounts,
            Collection<Unused> unused,
            boolean seesPayments) {
        this.seesPayments = seesPayments;
        claims.forEach(claim -> this.claims.put(claim.id(), claim));
        accounts.forEach(account -> this.accounts.put(account.account().id(), account));
        unused.forEach(each -> this.unused.put(new Seat(each.payment(), each.account()), each));
        unused.forEach(each -> paidOn.put(each.payment(), each.paidOn()));
        claims.forEach(claim -> claim.coverages().forEach(each -> paidOn.put(each.payment(), each.paidOn())));
    }

    /** A world of claims and accounts, in which payments are sums. */
    static World withoutPayments(Collection<ClaimCase> claims) {
        return new World(claims, List.of(), List.of(), false);
    }

    void put(AccountCase account) {
        accounts.put(account.account().id(), account);
    }

    ClaimCase claim(UUID id) {
        return found(claims.get(id), id);
    }

    /** What is at hand of it, else as it is. */
    ClaimCase claimOr(ClaimCase other) {
        return claims.getOrDefault(other.id(), other);
    }

    AccountCase account(UUID id) {
        return found(accounts.get(id), id);
    }

    Money unused(UUID payment, UUID account) {
        var there = unused.get(new Seat(payment, account));
        return there == null ? Money.ZERO : there.amount();
    }

    /** @throws IllegalArgumentException where a figure would stand on its wrong side */
    void apply(Change change) {
        switch (change) {
            case Change.Moves moves -> move(moves);
            case Change.Turns turns -> turn(turns);
        }
    }

    private void move(Change.Moves moves) {
        var posting = moves.posting();
        for (var pot : posting.pots()) {
            if (pot.kind() == PotKind.UNUSED) shift(pot, posting, paidOn.getOrDefault(subject(pot), moves.notBefore()));
            else if (pot.kind().isOfSubject())
                claims.computeIfPresent(subject(pot), (id, claim) -> moved(claim, pot, moves));
        }
    }

    private void shift(Pot pot, Posting posting, LocalDate paidOn) {
        var account = UUID.fromString(detail(pot));
        var raised = posting.raises(pot);
        if (seesPayments)
            unused.merge(
                    new Seat(subject(pot), account),
                    new Unused(subject(pot), account, paidOn, new Money(Math.max(raised, 0))),
                    (was, now) -> new Unused(was.payment(), account, was.paidOn(), shifted(was.amount(), raised)));
        accounts.computeIfPresent(account, (id, was) -> new AccountCase(was.account(), shifted(was.unused(), raised)));
    }

    private ClaimCase moved(ClaimCase claim, Pot pot, Change.Moves moves) {
        var posting = moves.posting();
        var family = CostFamily.valueOf(detail(pot));
        var raised = posting.raises(pot);
        var figures = new EnumMap<CostFamily, Figures>(CostFamily.class);
        figures.putAll(claim.figures());
        figures.put(family, raised(claim.of(family), pot.kind(), raised));
        var charges = posting.about() == null ? claim.charges() : charged(claim.charges(), pot, family, moves);
        var coverages =
                pot.kind() == PotKind.COVERED ? covered(claim.coverages(), family, moves, raised) : claim.coverages();
        return new ClaimCase(
                claim.claim(),
                claim.account(),
                claim.standing(),
                claim.relatesTo(),
                claim.hasRelated(),
                claim.reminderStop(),
                figures,
                charges,
                coverages,
                claim.respites(),
                claim.liabilities(),
                claim.notices());
    }

    private static Figures raised(Figures was, PotKind kind, long by) {
        return switch (kind) {
            case CHARGED -> new Figures(shifted(was.charged(), by), was.reduced(), was.covered(), was.writtenOff());
            case REDUCED -> new Figures(was.charged(), shifted(was.reduced(), by), was.covered(), was.writtenOff());
            case COVERED -> new Figures(was.charged(), was.reduced(), shifted(was.covered(), by), was.writtenOff());
            case WRITTEN_OFF -> new Figures(was.charged(), was.reduced(), was.covered(), shifted(was.writtenOff(), by));
            default -> throw new IllegalArgumentException(kind + " is no figure of a claim");
        };
    }

    private static List<Charge> charged(List<Charge> was, Pot pot, CostFamily family, Change.Moves moves) {
        var id = java.util.Objects.requireNonNull(moves.posting().about());
        var by = moves.posting().raises(pot);
        if (pot.kind() == PotKind.CHARGED && by > 0)
            return with(
                    was,
                    new Charge(
                            id,
                            family,
                            found(moves.accrued(), id),
                            moves.posting().amount(),
                            Money.ZERO,
                            false));
        return replaced(
                was,
                charge -> charge.id().equals(id),
                charge -> new Charge(
                        id,
                        family,
                        charge.accrued(),
                        charge.amount(),
                        pot.kind() == PotKind.REDUCED ? shifted(charge.reduced(), by) : charge.reduced(),
                        pot.kind() == PotKind.CHARGED || charge.undone()));
    }

    private List<Coverage> covered(List<Coverage> was, CostFamily family, Change.Moves moves, long by) {
        var posting = moves.posting();
        var payment = subject(posting.debit().kind() == PotKind.UNUSED ? posting.debit() : posting.credit());
        Predicate<Coverage> same = each -> each.payment().equals(payment) && each.family() == family;
        if (was.stream().noneMatch(same))
            return with(
                    was, new Coverage(payment, paidOn.getOrDefault(payment, moves.notBefore()), family, new Money(by)));
        return replaced(was, same, each -> new Coverage(payment, each.paidOn(), family, shifted(each.amount(), by)));
    }

    private void turn(Change.Turns turns) {
        switch (turns.kind()) {
            case ACCOUNT_STATE, ACCOUNT_STOP ->
                accounts.computeIfPresent(
                        turns.subject(), (id, was) -> new AccountCase(turned(was.account(), turns), was.unused()));
            default -> claims.computeIfPresent(turns.subject(), (id, was) -> turned(was, turns));
        }
    }

    private static DebtorAccount turned(DebtorAccount was, Change.Turns turns) {
        var isStop = turns.kind() == Change.FactKind.ACCOUNT_STOP;
        return new DebtorAccount(
                was.id(),
                was.authority(),
                was.caseSystem(),
                was.debtor(),
                isStop ? was.state() : AccountState.valueOf(found(turns.after(), was.id())),
                was.registered(),
                isStop ? date(turns.after()) : was.reminderStop());
    }

    private static ClaimCase turned(ClaimCase was, Change.Turns turns) {
        var kind = turns.kind();
        var after = turns.after();
        var part = turns.part();
        return new ClaimCase(
                was.claim(),
                kind == Change.FactKind.CLAIM_ACCOUNT ? UUID.fromString(found(after, was.id())) : was.account(),
                kind == Change.FactKind.CLAIM_STATE ? Standing.parse(found(after, was.id())) : was.standing(),
                kind == Change.FactKind.RELATION ? after == null ? null : UUID.fromString(after) : was.relatesTo(),
                was.hasRelated(),
                kind == Change.FactKind.CLAIM_STOP ? date(after) : was.reminderStop(),
                was.figures(),
                was.charges(),
                was.coverages(),
                kind == Change.FactKind.RESPITE
                        ? put(was.respites(), Respite::id, part, Facts.respite(part, after))
                        : was.respites(),
                kind == Change.FactKind.LIABILITY
                        ? put(was.liabilities(), Liability::id, part, Facts.liability(part, after))
                        : was.liabilities(),
                kind == Change.FactKind.NOTICE
                        ? put(was.notices(), Notice::id, part, Facts.notice(part, after))
                        : was.notices());
    }

    private static <T> List<T> put(List<T> was, Function<T, UUID> id, UUID part, @Nullable T now) {
        var result = new ArrayList<>(was);
        result.removeIf(each -> id.apply(each).equals(part));
        if (now != null) result.add(now);
        return result;
    }

    private static <T> List<T> with(List<T> was, T one) {
        var result = new ArrayList<>(was);
        result.add(one);
        return result;
    }

    private static <T> List<T> replaced(List<T> was, Predicate<T> which, Function<T, T> by) {
        return was.stream()
                .map(each -> which.test(each) ? by.apply(each) : each)
                .toList();
    }

    private static Money shifted(Money was, long by) {
        return new Money(Math.addExact(was.oere(), by));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static UUID subject(Pot pot) {
        return java.util.Objects.requireNonNull(pot.subject());
    }

    private static String detail(Pot pot) {
        return java.util.Objects.requireNonNull(pot.detail());
    }

    private static <T> T found(@Nullable T value, UUID id) {
        if (value == null) throw new IllegalStateException("nothing at hand of " + id);
        return value;
    }
}
