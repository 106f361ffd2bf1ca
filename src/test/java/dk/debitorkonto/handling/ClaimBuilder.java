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
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds a claim, in the order of the calls: what covers it covers what has been charged until then. */
public final class ClaimBuilder {

    /** A payment by its name, its amount and its value date. */
    public record Paid(String name, String amount, LocalDate on) {
        UUID id() {
            return id(name);
        }

        static UUID id(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final Map<CostFamily, Figures> figures = new EnumMap<>(CostFamily.class);
    private final List<Charge> charges = new ArrayList<>();
    private final List<Coverage> coverages = new ArrayList<>();
    private final List<Respite> respites = new ArrayList<>();
    private final List<Liability> liabilities = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Paid> left = new ArrayList<>();
    private String type = "HUSLEJE";
    private @Nullable LocalDate periodFrom = LocalDate.of(2026, 1, 1);
    private LocalDate due = LocalDate.of(2026, 1, 31);
    private Standing standing = new Standing(ClaimState.IN_COLLECTION, null);
    private @Nullable Integer main;
    private boolean hasRelated;
    private boolean listed = true;

    public ClaimBuilder ofType(String code) {
        type = code;
        return this;
    }

    public ClaimBuilder forPeriodFrom(String date) {
        periodFrom = LocalDate.parse(date);
        return this;
    }

    public ClaimBuilder due(String date) {
        due = LocalDate.parse(date);
        return this;
    }

    public ClaimBuilder principal(String amount) {
        figures.merge(CostFamily.PRINCIPAL, charged(amount), (was, now) -> now);
        return this;
    }

    public ClaimBuilder charge(CostFamily family, String amount, String accrued) {
        var number = charges.size() + 1L;
        charges.add(
                new Charge(new UUID(2, number), family, LocalDate.parse(accrued), Money.of(amount), Money.ZERO, false));
        figures.merge(
                family,
                charged(amount),
                (was, now) ->
                        new Figures(was.charged().plus(now.charged()), was.reduced(), was.covered(), was.writtenOff()));
        return this;
    }

    public ClaimBuilder fee(String amount, String accrued) {
        return charge(CostFamily.REMINDER_FEE, amount, accrued);
    }

    public ClaimBuilder interest(String amount, String accrued) {
        return charge(CostFamily.LATE_INTEREST, amount, accrued);
    }

    /** Reduces the charge added last to nothing. */
    public ClaimBuilder reducedToNothing() {
        var was = charges.removeLast();
        charges.add(new Charge(was.id(), was.family(), was.accrued(), was.amount(), was.amount(), false));
        figures.computeIfPresent(
                was.family(),
                (family, now) ->
                        new Figures(now.charged(), now.reduced().plus(was.amount()), now.covered(), now.writtenOff()));
        return this;
    }

    public ClaimBuilder coveredBy(Paid payment) {
        var amount = Money.of(payment.amount());
        for (var family : Trial.ORDER.families()) {
            var was = figures.getOrDefault(family, Figures.NONE);
            var part = Money.least(was.rest(), amount);
            amount = amount.minus(part);
            if (part.isZero()) continue;
            coverages.add(new Coverage(payment.id(), payment.on(), family, part));
            figures.put(
                    family,
                    new Figures(was.charged(), was.reduced(), was.covered().plus(part), was.writtenOff()));
        }
        if (!amount.isZero()) left.add(new Paid(payment.name(), amount.toString(), payment.on()));
        return this;
    }

    /** Writes off in the same order as coverage. */
    public ClaimBuilder writtenOff(String kroner) {
        var amount = Money.of(kroner);
        for (var family : Trial.ORDER.families()) {
            var was = figures.getOrDefault(family, Figures.NONE);
            var part = Money.least(was.rest(), amount);
            amount = amount.minus(part);
            figures.put(
                    family,
                    new Figures(
                            was.charged(),
                            was.reduced(),
                            was.covered(),
                            was.writtenOff().plus(part)));
        }
        return this;
    }

    public ClaimBuilder in(ClaimState state) {
        standing = new Standing(state, null);
        return this;
    }

    public ClaimBuilder onHoldTo(String date) {
        standing = new Standing(ClaimState.ON_HOLD, LocalDate.parse(date));
        return this;
    }

    public ClaimBuilder respite(String from, String to) {
        respites.add(new Respite(new UUID(3, respites.size()), LocalDate.parse(from), LocalDate.parse(to)));
        return this;
    }

    public ClaimBuilder liable(String party, String from, @Nullable String to) {
        liabilities.add(new Liability(
                new UUID(4, liabilities.size()),
                party,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to)));
        return this;
    }

    public ClaimBuilder reminded(String date) {
        notices.add(new Notice(new UUID(5, notices.size()), Notice.Kind.REMINDER, LocalDate.parse(date)));
        return this;
    }

    /** Relates it to the claim that was given as number {@code main}, from 1. */
    public ClaimBuilder relatesTo(int main) {
        this.main = main;
        return this;
    }

    public ClaimBuilder hasRelated() {
        hasRelated = true;
        return this;
    }

    /** On the account, but not in the request's list. */
    public ClaimBuilder unlisted() {
        listed = false;
        return this;
    }

    boolean isListed() {
        return listed;
    }

    ClaimCase build(int number, UUID account) {
        return new ClaimCase(
                new Claim(id(number), type, periodFrom, null, LocalDate.of(2026, 1, 5), due, null),
                account,
                standing,
                main == null ? null : id(main),
                hasRelated,
                null,
                figures,
                charges,
                coverages,
                respites,
                liabilities,
                notices);
    }

    List<Unused> left(UUID account) {
        return left.stream()
                .map(each -> new Unused(each.id(), account, each.on(), Money.of(each.amount())))
                .toList();
    }

    static UUID id(int number) {
        return new UUID(1, number);
    }

    private static Figures charged(String amount) {
        return new Figures(Money.of(amount), Money.ZERO, Money.ZERO, Money.ZERO);
    }
}
