package dk.debitorkonto.payment;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** The part of a payment used on a claim's cost family. */
public record Coverage(UUID payment, LocalDate paidOn, CostFamily family, Money amount) {}
