package dk.debitorkonto.debtor;

/** A debtor account's life. */
public enum AccountState {
    OPEN,
    CLOSED,
    HANDED_OVER
}
