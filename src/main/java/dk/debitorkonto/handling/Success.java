package dk.debitorkonto.handling;

/** What is told of a handling that was carried out. */
public enum Success {
    RESULT,
    PLAIN,
    NONE
}
