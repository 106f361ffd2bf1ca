package dk.debitorkonto.handling;

/** What a request's period limits. */
public enum PeriodUse {
    CLAIMS_DUE,
    CHARGES_ACCRUED,
    PAYMENTS_VALUED,
    NOT_TAKEN
}
