package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.Claim;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One claim as it stands: immutable, with all that a handling may ask of it.
 *
 * @param relatesTo its main claim
 * @param hasRelated whether other claims relate to it
 * @param reminderStop the last day of a wish that reminders rest
 */
public record ClaimCase(
        Claim claim,
        UUID account,
        Standing standing,
        @Nullable UUID relatesTo,
        boolean hasRelated,
        @Nullable LocalDate reminderStop,
        Map<CostFamily, Figures> figures,
        List<Charge> charges,
        List<Coverage> coverages,
        List<Respite> respites,
        List<Liability> liabilities,
        List<Notice> notices) {

    static final Comparator<Charge> OLDEST_FIRST =
            Comparator.comparing(Charge::accrued).thenComparing(Charge::id, CoverageOrder::byDatabaseOrder);
    /** Coverage is taken back from the newest payment first. */
    static final Comparator<Coverage> NEWEST_PAYMENT_FIRST = Comparator.comparing(Coverage::paidOn)
            .thenComparing(Coverage::payment, CoverageOrder::byDatabaseOrder)
            .reversed();

    public UUID id() {
        return claim.id();
    }

    public Figures of(CostFamily family) {
        return figures.getOrDefault(family, Figures.NONE);
    }

    public Money rest() {
        return sum(Figures::rest);
    }

    public Money covered() {
        return sum(Figures::covered);
    }

    public Money writtenOff() {
        return sum(Figures::writtenOff);
    }

    public ClaimState stateOn(LocalDate date) {
        return standing.on(date);
    }

    public boolean isOverdueOn(LocalDate date) {
        return claim.payableTo().isBefore(date) && !rest().isZero();
    }

    public boolean isInRespiteOn(LocalDate date) {
        return respites.stream().anyMatch(respite -> respite.covers(date));
    }

    /** The charges of {@code family} that an undo hasn't taken back, oldest accrual first. */
    public List<Charge> chargesOf(CostFamily family) {
        return charges.stream()
                .filter(charge -> charge.family() == family && !charge.undone())
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** The reminder fees that still stand, oldest accrual first. */
    public List<Charge> standingFees() {
        return chargesOf(CostFamily.REMINDER_FEE).stream()
                .filter(Charge::counts)
                .toList();
    }

    /** What is left of a charge after its reductions and its share of what settles the family, the oldest settled first. */
    public Money restOf(Charge asked) {
        var settled = of(asked.family()).settled();
        for (var charge : chargesOf(asked.family())) {
            if (charge.id().equals(asked.id())) return charge.due().beyond(settled);
            settled = settled.beyond(charge.due());
        }
        return Money.ZERO;
    }

    /** The coverages of {@code family}, from the newest payment to the oldest. */
    public List<Coverage> coveragesOf(CostFamily family) {
        return coverages.stream()
                .filter(coverage ->
                        coverage.family() == family && !coverage.amount().isZero())
                .sorted(NEWEST_PAYMENT_FIRST)
                .toList();
    }

    /** The same, known to have claims that relate to it. */
    ClaimCase withRelated() {
        return new ClaimCase(
                claim,
                account,
                standing,
                relatesTo,
                true,
                reminderStop,
                figures,
                charges,
                coverages,
                respites,
                liabilities,
                notices);
    }

    /** The earliest value date of a posting about the claim. */
    LocalDate notBefore() {
        return claim.invoiceDate() == null ? LocalDate.MIN : claim.invoiceDate();
    }

    private Money sum(Function<Figures, Money> figure) {
        var sum = Money.ZERO;
        for (var each : figures.values()) sum = sum.plus(figure.apply(each));
        return sum;
    }
}
