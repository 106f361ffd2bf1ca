package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.ClaimPots;
import dk.debitorkonto.claim.CostFamily;
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
import dk.debitorkonto.payment.PaymentPots;
import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision being written down: each call adds changes, and later calls see what earlier ones did.
 *
 * <p>It throws {@link IllegalArgumentException} where a type asks for more than there is: a bug of the type.
 */
public final class Draft {

    private final World world;
    private final List<Change> changes = new ArrayList<>();

    public Draft(Collection<ClaimCase> claims, Collection<Unused> unused) {
        this.world = new World(claims, List.of(), unused);
    }

    public static Draft of(ClaimCase claim) {
        return new Draft(List.of(claim), List.of());
    }

    /** A draft that is about accounts alone. */
    public static Draft empty() {
        return new Draft(List.of(), List.of());
    }

    /** The claim as it would be after what the draft says so far. */
    public ClaimCase claim(UUID id) {
        return world.claim(id);
    }

    public Money unused(UUID payment, UUID account) {
        return world.unused(payment, account);
    }

    public Verdict.Does done() {
        return new Verdict.Does(changes, List.of(), 0);
    }

    /** A new charge on the claim, accrued on a day that may lie before. */
    public Draft charge(UUID claim, CostFamily family, LocalDate accrued, Money amount, UUID id) {
        var posting = new Posting(ClaimPots.charged(claim, family), Pot.of(PotKind.INCOME), amount, id);
        return add(new Change.Moves(posting, claim(claim).notBefore(), accrued));
    }

    /** Lowers what is due of a family; inside interest and fees the oldest accrual first. */
    public Draft reduce(UUID claim, CostFamily family, Money amount) {
        if (family == CostFamily.PRINCIPAL) return reduceBy(claim, family, amount, null);
        var left = amount;
        for (var charge : claim(claim).chargesOf(family)) {
            var part = Money.least(charge.due(), left);
            reduceBy(claim, family, part, charge.id());
            left = left.minus(part);
        }
        if (!left.isZero()) throw new IllegalArgumentException("no charge to reduce by " + left);
        return this;
    }

    /** Lowers what is due of one charge. */
    public Draft reduce(UUID claim, Charge charge, Money amount) {
        return reduceBy(claim, charge.family(), amount, charge.id());
    }

    private Draft reduceBy(UUID claim, CostFamily family, Money amount, @Nullable UUID about) {
        return move(
                Pot.of(PotKind.INCOME),
                ClaimPots.reduced(claim, family),
                amount,
                about,
                claim(claim).notBefore());
    }

    public Draft writeOff(UUID claim, CostFamily family, Money amount) {
        return move(
                Pot.of(PotKind.WRITE_OFF_COST),
                ClaimPots.writtenOff(claim, family),
                amount,
                null,
                claim(claim).notBefore());
    }

    public Draft restoreWriteOff(UUID claim, CostFamily family, Money amount) {
        return move(
                ClaimPots.writtenOff(claim, family),
                Pot.of(PotKind.WRITE_OFF_COST),
                amount,
                null,
                claim(claim).notBefore());
    }

    /** Takes coverage back, newest payment first; it becomes unused money of the claim's own account. */
    public Draft release(UUID claim, CostFamily family, Money amount) {
        var left = amount;
        for (var coverage : claim(claim).coveragesOf(family)) {
            var part = Money.least(coverage.amount(), left);
            release(claim, family, coverage.payment(), coverage.paidOn(), part);
            left = left.minus(part);
        }
        if (!left.isZero()) throw new IllegalArgumentException("no coverage to release " + left);
        return this;
    }

    /** Takes back what one payment covers. */
    public Draft release(UUID claim, CostFamily family, UUID payment, LocalDate paidOn, Money amount) {
        return move(
                ClaimPots.covered(claim, family),
                PaymentPots.unused(payment, claim(claim).account()),
                amount,
                null,
                later(paidOn, claim(claim).notBefore()));
    }

    /** Uses a payment's unused money, which sits on the claim's account, on the claim. */
    public Draft cover(UUID claim, CostFamily family, UUID payment, LocalDate paidOn, Money amount) {
        return move(
                PaymentPots.unused(payment, claim(claim).account()),
                ClaimPots.covered(claim, family),
                amount,
                null,
                later(paidOn, claim(claim).notBefore()));
    }

    /** Moves unused money to another debtor account, where it stays unused. */
    public Draft moveUnused(UUID payment, LocalDate paidOn, UUID from, UUID to, Money amount) {
        if (from.equals(to)) return this;
        return move(PaymentPots.unused(payment, from), PaymentPots.unused(payment, to), amount, null, paidOn);
    }

    /** Makes unused money a refund due. */
    public Draft refund(Unused unused, Money amount) {
        return move(
                PaymentPots.unused(unused.payment(), unused.account()),
                Pot.of(PotKind.REFUNDS_DUE),
                amount,
                null,
                unused.paidOn());
    }

    public Draft turnState(UUID claim, Standing to) {
        return turnClaim(
                Change.FactKind.CLAIM_STATE, claim, claim(claim).standing().text(), to.text());
    }

    public Draft turnAccount(UUID claim, UUID to) {
        return turnClaim(
                Change.FactKind.CLAIM_ACCOUNT, claim, claim(claim).account().toString(), to.toString());
    }

    public Draft relate(UUID claim, @Nullable UUID mainClaim) {
        return turnClaim(Change.FactKind.RELATION, claim, text(claim(claim).relatesTo()), text(mainClaim));
    }

    public Draft stopReminders(UUID claim, @Nullable LocalDate lastDay) {
        return turnClaim(Change.FactKind.CLAIM_STOP, claim, text(claim(claim).reminderStop()), text(lastDay));
    }

    /** Sets, or with absent {@code to} takes away, a respite. */
    public Draft turnRespite(UUID claim, @Nullable Respite from, @Nullable Respite to) {
        return turn(
                Change.FactKind.RESPITE,
                claim,
                id(from == null ? null : from.id(), to == null ? null : to.id()),
                from == null ? null : Facts.text(from),
                to == null ? null : Facts.text(to));
    }

    /** Sets, or with absent {@code to} takes away, a liability. */
    public Draft turnLiability(UUID claim, @Nullable Liability from, @Nullable Liability to) {
        return turn(
                Change.FactKind.LIABILITY,
                claim,
                id(from == null ? null : from.id(), to == null ? null : to.id()),
                from == null ? null : Facts.text(from),
                to == null ? null : Facts.text(to));
    }

    public Draft notify(UUID claim, Notice notice) {
        return turn(Change.FactKind.NOTICE, claim, notice.id(), null, Facts.text(notice));
    }

    public Draft stopReminders(DebtorAccount account, LocalDate lastDay) {
        return turn(
                Change.FactKind.ACCOUNT_STOP, account.id(), account.id(), text(account.reminderStop()), text(lastDay));
    }

    public Draft turnState(DebtorAccount account, AccountState to) {
        return turn(
                Change.FactKind.ACCOUNT_STATE,
                account.id(),
                account.id(),
                account.state().name(),
                to.name());
    }

    private Draft turnClaim(Change.FactKind kind, UUID claim, @Nullable String before, @Nullable String after) {
        return turn(kind, claim, claim, before, after);
    }

    private Draft turn(Change.FactKind kind, UUID subject, UUID part, @Nullable String before, @Nullable String after) {
        return java.util.Objects.equals(before, after)
                ? this
                : add(new Change.Turns(kind, subject, part, before, after));
    }

    private Draft move(Pot debit, Pot credit, Money amount, @Nullable UUID about, LocalDate notBefore) {
        return amount.isZero()
                ? this
                : add(new Change.Moves(new Posting(debit, credit, amount, about), notBefore, null));
    }

    private Draft add(Change change) {
        world.apply(change);
        changes.add(change);
        return this;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static UUID id(@Nullable UUID before, @Nullable UUID after) {
        var id = after == null ? before : after;
        if (id == null) throw new IllegalArgumentException("a turn from nothing to nothing");
        return id;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
