package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A claim of the demo with all that belongs to it; knows its rest, so that no more is covered than there is. */
final class DemoClaim {

    private static final int DUE_DAY = 15;
    private static final int DAYS_TO_PAY = 5;
    private static final int YEARS_TO_LIMITATION = 3;

    final UUID id;
    final LocalDate dueDate;

    private final DemoDocument document;
    private final Supplier<UUID> ids;
    private final UUID account;
    private final DemoDocument.Row row;
    private final Money principal;
    private Money rest;

    /** What a claim is of: a month of something on an account. */
    record Of(UUID account, String type, String text, YearMonth month) {}

    /** @param ids names what belongs to the claim */
    DemoClaim(DemoDocument document, UUID id, Of of, Money principal, Supplier<UUID> ids) {
        this.document = document;
        this.id = id;
        this.ids = ids;
        this.account = of.account();
        this.principal = principal;
        this.rest = principal;
        this.dueDate = of.month().atDay(DUE_DAY);
        this.row = document.add("claims")
                .with("id", id)
                .with("account", account)
                .with("type", of.type())
                .with("periodFrom", of.month().atDay(1))
                .with("periodTo", of.month().atEndOfMonth())
                .with("invoiceDate", of.month().atDay(1))
                .with("dueDate", dueDate)
                .with("lastTimelyPayment", dueDate.plusDays(DAYS_TO_PAY))
                .with("limitation", dueDate.plusYears(YEARS_TO_LIMITATION))
                .with("reference", "71-" + id.toString().substring(24))
                .with("state", ClaimState.IN_COLLECTION)
                .with(
                        "lines",
                        List.of(DemoDocument.row().with("text", of.text()).with("amount", principal)));
    }

    Money principal() {
        return principal;
    }

    /** What is neither reduced, written off nor covered, of all cost families. */
    Money rest() {
        return rest;
    }

    DemoClaim state(ClaimState state) {
        row.with("state", state);
        return this;
    }

    /** @param lastDay absent: until further notice */
    DemoClaim onHold(@Nullable LocalDate lastDay) {
        row.with("state", ClaimState.ON_HOLD).with("onHoldTo", lastDay);
        return this;
    }

    DemoClaim relatesTo(DemoClaim mainClaim) {
        row.with("relatesTo", mainClaim.id);
        return this;
    }

    DemoClaim charge(CostFamily family, Money amount, LocalDate accrued) {
        child("charges").with("family", family).with("amount", amount).with("accrued", accrued);
        rest = rest.plus(amount);
        return this;
    }

    /** A reminder's letter with its fee. */
    DemoClaim reminded(Money fee, LocalDate date) {
        charge(CostFamily.REMINDER_FEE, fee, date);
        return notice(Notice.Kind.REMINDER, date);
    }

    DemoClaim notice(Notice.Kind kind, LocalDate date) {
        child("notices").with("kind", kind).with("date", date);
        return this;
    }

    /** @param family absent: spread by the order inside a claim */
    DemoClaim reduced(@Nullable CostFamily family, Money amount, LocalDate date) {
        return adjusted("reductions", family, amount, date, "FEJL_I_GRUNDLAG");
    }

    DemoClaim writtenOff(Money amount, LocalDate date) {
        return adjusted("writeOffs", null, amount, date, "UERHOLDELIG");
    }

    private DemoClaim adjusted(String list, @Nullable CostFamily family, Money amount, LocalDate date, String reason) {
        child(list)
                .with("family", family)
                .with("amount", amount)
                .with("date", date)
                .with("reason", reason);
        rest = rest.minus(amount);
        return this;
    }

    DemoClaim covered(Money amount, LocalDate valueDate) {
        DemoPayment.on(document, account, ids.get(), valueDate)
                .covers(this, amount)
                .received(Money.ZERO);
        return this;
    }

    /** Takes a part of a payment; not more than the rest. */
    void cover(Money amount) {
        rest = rest.minus(amount);
    }

    DemoClaim respite(LocalDate from, LocalDate to) {
        child("respites").with("from", from).with("to", to);
        return this;
    }

    DemoClaim liable(String party) {
        child("liabilities").with("party", party).with("from", dueDate.withDayOfMonth(1));
        return this;
    }

    private DemoDocument.Row child(String list) {
        return document.add(list).with("id", ids.get()).with("claim", id);
    }
}
