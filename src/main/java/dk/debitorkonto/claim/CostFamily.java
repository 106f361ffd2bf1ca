package dk.debitorkonto.claim;

/** The parts of a claim that are charged, covered, reduced and written off each on its own. */
public enum CostFamily {
    PRINCIPAL,
    LATE_INTEREST,
    RECOVERY_INTEREST,
    REMINDER_FEE
}
