package dk.debitorkonto.handling;

/** When a handling's result comes. */
public enum Mode {
    /** In the receipt. */
    NOW,
    /** In an answer. */
    LATER,
    /** In the receipt, unless a person is needed. */
    EITHER,
    /** Accepted; no status is promised. */
    NONE
}
