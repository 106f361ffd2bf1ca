package dk.debitorkonto.handling;

import java.time.Instant;

/** What the desk says to a submission. */
public sealed interface Reply {

    /** Decided now; {@code receipt} is what the door wrote, stored but for a dry run. */
    record Decided(Outcome outcome, String receipt) implements Reply {}

    /** Decided before: the receipt stored then. */
    record DecidedBefore(String receipt, Instant firstReceived) implements Reply {}

    /** The identification is in use for other content (DKA-110); {@code before} is that content. */
    record OtherContent(String before) implements Reply {}

    /** The header can't be followed: RequestId reused (CTX-01), or a processing instruction (CTX-05). */
    record HeaderRefused(String code, String detail) implements Reply {}

    /** The sender isn't registered, or has no agreement for the municipality. */
    record NoAgreement() implements Reply {}

    /** The municipality isn't known here, or another receiver was meant. */
    record NoRoute() implements Reply {}
}
