package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.Claim;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Two accounts with claims and payments as they might stand, all of them valid. */
public final class RandomBooks {

    private static final List<String> PARTIES = List.of("anna", "bent", "carl");
    private static final List<String> TYPES = List.of("HUSLEJE", "SFO");

    private final RandomGenerator random;
    private final Map<UUID, LocalDate> payments = new TreeMap<>();

    public RandomBooks(RandomGenerator random) {
        this.random = random;
        for (var i = 0; i < 4; i++) payments.put(id(), date());
    }

    public Books books() {
        List<UUID> ids = List.of(id(), id());
        var claims = new ArrayList<ClaimCase>();
        for (var i = random.nextInt(1, 8); i > 0; i--) {
            var main = claims.isEmpty() ? null : any(claims);
            claims.add(claim(any(ids), main != null && main.relatesTo() == null && once(4) ? main.id() : null));
        }
        var unused = new ArrayList<Unused>();
        payments.forEach((payment, paidOn) -> {
            for (var id : ids) if (once(2)) unused.add(new Unused(payment, id, paidOn, money(50_000)));
        });
        return new Books(
                List.of(account(ids.getFirst(), "anna", unused), account(ids.getLast(), "bent", unused)),
                claims.stream().map(claim -> withRelated(claim, claims)).toList(),
                unused);
    }

    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    public <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** From one øre on. */
    public Money money(int most) {
        return new Money(random.nextInt(1, most));
    }

    public LocalDate date() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private AccountCase account(UUID id, String debtor, List<Unused> all) {
        var sum = all.stream()
                .filter(each -> each.account().equals(id))
                .map(Unused::amount)
                .reduce(Money.ZERO, Money::plus);
        var state = any(List.of(AccountState.values()));
        return new AccountCase(new DebtorAccount(id, "11111111", id(), debtor, state, null, null), sum);
    }

    private ClaimCase claim(UUID account, @Nullable UUID main) {
        var state = once(3) ? any(List.of(ClaimState.values())) : ClaimState.IN_COLLECTION;
        var charges = state == ClaimState.ANNULLED ? List.<Charge>of() : charges();
        var figures = new EnumMap<CostFamily, Figures>(CostFamily.class);
        var coverages = new ArrayList<Coverage>();
        for (var family : CostFamily.values())
            if (state != ClaimState.ANNULLED) figures.put(family, figures(family, charges, coverages));
        var due = once(3) ? date().plusYears(1) : date();
        return new ClaimCase(
                new Claim(
                        id(),
                        any(TYPES),
                        once(2) ? null : date().withDayOfMonth(1),
                        null,
                        once(3) ? null : due,
                        due,
                        null),
                account,
                new Standing(state, state == ClaimState.ON_HOLD && once(2) ? date() : null),
                main,
                false,
                null,
                figures,
                charges,
                coverages,
                once(3) ? List.of(new Respite(id(), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10))) : List.of(),
                liabilities(),
                once(2) ? List.of(new Notice(id(), Notice.Kind.REMINDER, date())) : List.of());
    }

    private List<Charge> charges() {
        var result = new ArrayList<Charge>();
        for (var i = random.nextInt(5); i > 0; i--) {
            var amount = money(10_000);
            var reduced = once(3) ? new Money(random.nextLong(amount.oere() + 1)) : Money.ZERO;
            var family = any(List.of(CostFamily.LATE_INTEREST, CostFamily.RECOVERY_INTEREST, CostFamily.REMINDER_FEE));
            result.add(new Charge(id(), family, date(), amount, reduced, false));
        }
        return result;
    }

    private Figures figures(CostFamily family, List<Charge> charges, List<Coverage> coverages) {
        var charged = family == CostFamily.PRINCIPAL ? money(100_000) : Money.ZERO;
        var reduced = family == CostFamily.PRINCIPAL && once(4) ? part(charged) : Money.ZERO;
        for (var charge : charges)
            if (charge.family() == family) {
                charged = charged.plus(charge.amount());
                reduced = reduced.plus(charge.reduced());
            }
        var left = charged.minus(reduced);
        var covered = Money.ZERO;
        for (var payment : payments.entrySet()) {
            var part = once(3) ? part(left) : Money.ZERO;
            if (part.isZero()) continue;
            coverages.add(new Coverage(payment.getKey(), payment.getValue(), family, part));
            covered = covered.plus(part);
            left = left.minus(part);
        }
        return new Figures(charged, reduced, covered, once(4) ? part(left) : Money.ZERO);
    }

    /** All of it every other time, as much is settled in full. */
    private Money part(Money of) {
        return once(2) ? of : new Money(random.nextLong(of.oere() + 1));
    }

    private List<Liability> liabilities() {
        var result = new ArrayList<Liability>();
        for (var i = random.nextInt(4); i > 0; i--) {
            var from = date();
            result.add(new Liability(id(), any(PARTIES), from, once(2) ? null : from.plusDays(random.nextInt(90))));
        }
        return result;
    }

    private static ClaimCase withRelated(ClaimCase claim, List<ClaimCase> all) {
        return new ClaimCase(
                claim.claim(),
                claim.account(),
                claim.standing(),
                claim.relatesTo(),
                all.stream().anyMatch(each -> claim.id().equals(each.relatesTo())),
                claim.reminderStop(),
                claim.figures(),
                claim.charges(),
                claim.coverages(),
                claim.respites(),
                claim.liabilities(),
                claim.notices());
    }
}
