package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.adapter.demo.DemoStage.kr;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** What may have become of a claim, and how often it does. */
final class DemoFates {

    /** The day that the demo's books are up to. */
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 15);

    private static final LocalDate HOLD_ENDED = LocalDate.of(2026, 9, 30);
    private static final LocalDate HOLD_ENDS = LocalDate.of(2027, 2, 28);
    private static final int DAYS_TO_REMINDER = 25;
    private static final int DAYS_TO_LATER = 55;
    private static final Money FEE = kr(100);

    private record Fate(int weight, BiConsumer<DemoClaim, RandomGenerator> happens) {}

    /** Of a claim that has been due for long. */
    private static final List<Fate> OLD = List.of(
            new Fate(50, DemoFates::paid),
            new Fate(6, DemoFates::paidAfterReminder),
            new Fate(8, DemoFates::paidInPart),
            new Fate(6, (claim, random) -> {}),
            new Fate(7, (claim, random) -> remindedOf(claim)),
            new Fate(2, (claim, random) -> claim.onHold(null)),
            new Fate(2, (claim, random) -> claim.onHold(HOLD_ENDS)),
            new Fate(1, (claim, random) -> claim.onHold(HOLD_ENDED)),
            new Fate(5, (claim, random) -> inRecovery(claim)),
            new Fate(2, (claim, random) -> annulled(claim)),
            new Fate(3, DemoFates::givenUp),
            new Fate(4, DemoFates::reduced),
            new Fate(4, DemoFates::inRespite));

    private static final List<Fate> RECENT = List.of(
            new Fate(60, DemoFates::paid), new Fate(10, DemoFates::paidInPart), new Fate(30, (claim, random) -> {}));

    private DemoFates() {}

    /** Lets something become of the claim. */
    static void befall(DemoClaim claim, RandomGenerator random) {
        if (claim.dueDate.isAfter(AS_OF)) claim.state(ClaimState.REGISTERED);
        else choose(isOld(claim) ? OLD : RECENT, random).happens().accept(claim, random);
    }

    static boolean isOld(DemoClaim claim) {
        return claim.dueDate.plusDays(DAYS_TO_LATER + DAYS_TO_REMINDER).isBefore(AS_OF);
    }

    private static Fate choose(List<Fate> fates, RandomGenerator random) {
        var left = random.nextInt(fates.stream().mapToInt(Fate::weight).sum());
        for (var fate : fates) {
            if (left < fate.weight()) return fate;
            left -= fate.weight();
        }
        throw new IllegalStateException("weights don't add up");
    }

    static void paid(DemoClaim claim, RandomGenerator random) {
        var date = claim.dueDate.plusDays(random.nextInt(12) - 7);
        claim.covered(claim.rest(), date.isAfter(AS_OF) ? AS_OF : date);
    }

    private static void paidAfterReminder(DemoClaim claim, RandomGenerator random) {
        remindedOf(claim).covered(claim.rest(), later(claim).minusDays(random.nextInt(20)));
    }

    private static void paidInPart(DemoClaim claim, RandomGenerator random) {
        claim.covered(part(claim.principal(), 20 + random.nextInt(60)), claim.dueDate);
    }

    /** With a fee and a month's interest. */
    private static DemoClaim remindedOf(DemoClaim claim) {
        var date = claim.dueDate.plusDays(DAYS_TO_REMINDER);
        return claim.charge(CostFamily.LATE_INTEREST, part(claim.principal(), 1), date)
                .reminded(FEE, date);
    }

    private static void inRecovery(DemoClaim claim) {
        remindedOf(claim)
                .charge(CostFamily.RECOVERY_INTEREST, part(claim.principal(), 2), later(claim))
                .state(ClaimState.IN_RECOVERY);
    }

    private static void annulled(DemoClaim claim) {
        claim.reduced(null, claim.rest(), later(claim)).state(ClaimState.ANNULLED);
    }

    private static void givenUp(DemoClaim claim, RandomGenerator random) {
        remindedOf(claim);
        claim.writtenOff(random.nextBoolean() ? claim.rest() : part(claim.rest(), 40), later(claim));
    }

    private static void reduced(DemoClaim claim, RandomGenerator random) {
        claim.reduced(CostFamily.PRINCIPAL, part(claim.principal(), 10 + random.nextInt(30)), later(claim));
        if (random.nextBoolean()) claim.covered(claim.rest(), later(claim));
    }

    /** One that is over, one that runs, one that lies ahead. */
    private static void inRespite(DemoClaim claim, RandomGenerator random) {
        var from = List.of(later(claim), LocalDate.of(2026, 10, 1), LocalDate.of(2027, 2, 1))
                .get(random.nextInt(3));
        claim.respite(from, from.isBefore(LocalDate.of(2026, 8, 1)) ? from.plusDays(30) : from.plusMonths(4));
    }

    private static LocalDate later(DemoClaim claim) {
        return claim.dueDate.plusDays(DAYS_TO_LATER);
    }

    private static Money part(Money of, int percent) {
        return new Money(of.oere() * percent / 100);
    }
}
