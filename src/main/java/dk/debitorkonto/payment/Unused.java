package dk.debitorkonto.payment;

import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** What of a payment is not used, on the debtor account where it sits. */
public record Unused(UUID payment, UUID account, LocalDate paidOn, Money amount) {}
