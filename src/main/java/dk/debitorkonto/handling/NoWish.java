package dk.debitorkonto.handling;

/** Of a type that takes no parameters. */
public record NoWish() {}
