package dk.debitorkonto.claim;

import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Interest or a fee charged on a claim.
 *
 * @param accrued the day it accrued
 * @param reduced how much of it has been reduced
 * @param undone whether an undo took it back
 */
public record Charge(UUID id, CostFamily family, LocalDate accrued, Money amount, Money reduced, boolean undone) {

    public Money due() {
        return amount.minus(reduced);
    }

    /** Whether it still stands: neither undone nor reduced to nothing. */
    public boolean counts() {
        return !undone && !due().isZero();
    }
}
