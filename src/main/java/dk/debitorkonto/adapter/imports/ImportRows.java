package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of an import document, as they are once read: what is absent is absent, and dates are in order. */
public interface ImportRows {

    record Limit(String handlingType, Money amount) {}

    record Authority(String cvr, String name, @Nullable LocalDate closedTo, List<Limit> limits) {}

    /**
     * A fagsystem and the authorities that it may act for.
     *
     * @param certificate SHA-256 of its DER form, in lower-case hex
     */
    record CaseSystem(
            UUID id,
            String cvr,
            String name,
            @Nullable String certificate,
            List<String> authorities,
            @Nullable String callback) {}

    record DebtorSystem(
            UUID id,
            String cvr,
            String name,
            @Nullable String certificate,
            @Nullable String endpoint) {}

    /**
     * Who carries out an authority's requests.
     *
     * @param debtorSystem absent: carried out here
     */
    record Route(String authority, @Nullable UUID debtorSystem) {}

    record Account(
            UUID id,
            String authority,
            UUID caseSystem,
            String debtor,
            @Nullable String title,
            @Nullable String kle,
            AccountState state,
            @Nullable LocalDate registered) {}

    /**
     * A line of a claim.
     *
     * @param oere may be negative; a claim's sum is not
     */
    record Line(@Nullable String text, long oere) {}

    record Claim(
            UUID id,
            UUID account,
            String type,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable LocalDate invoiceDate,
            LocalDate dueDate,
            @Nullable LocalDate lastTimelyPayment,
            @Nullable LocalDate limitation,
            ClaimState state,
            @Nullable LocalDate onHoldTo,
            @Nullable String reference,
            @Nullable UUID relatesTo,
            List<Line> lines) {

        public Money sum() {
            return new Money(lines.stream().mapToLong(Line::oere).reduce(0, Math::addExact));
        }
    }

    record Liability(
            UUID id,
            UUID claim,
            String party,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Charge(UUID id, UUID claim, CostFamily family, Money amount, LocalDate accrued) {}

    /** A reduction or a write-off. */
    record Adjustment(
            UUID id,
            UUID claim,
            @Nullable CostFamily family,
            Money amount,
            LocalDate date,
            @Nullable String reason) {}

    /**
     * What of a payment covers a claim.
     *
     * @param family absent: spread by the order inside a claim
     */
    record Coverage(UUID claim, @Nullable CostFamily family, Money amount) {}

    record Payment(
            UUID id,
            UUID account,
            Money amount,
            LocalDate valueDate,
            @Nullable String payer,
            @Nullable String channel,
            @Nullable String reference,
            List<Coverage> coverages) {}

    record Respite(UUID id, UUID claim, LocalDate from, LocalDate to) {}

    record SentNotice(UUID id, UUID claim, Notice.Kind kind, LocalDate date) {}
}
