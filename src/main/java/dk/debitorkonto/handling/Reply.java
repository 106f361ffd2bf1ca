package dk.debitorkonto.handling;

import java.time.Instant;

/** What the desk says to a submission. */
public sealed interface Reply {

    /** Decided now; {@code receipt} is what the door wrote, stored but for a dry run. */
    record Decided(Outcome outcome, String receipt) implements Reply {}

    /**
     * Not ours to decide: it is to be passed on, and what is said to it handed to {@link RoutedDesk#keep}.
     *
     * @param peer the debtor system that carries out the municipality's requests
     * @param receivedAt when the request came
     */
    record PassOn(DebtorSystem peer, Instant receivedAt) implements Reply {}

    /** It asks for what is never passed on, a dry run or a fingerprint, of a municipality whose requests are (CTX-05). */
    record OnlyHere() implements Reply {}

    /** Was passed on; {@code receipt} is the debtor system's, which may promise an answer. */
    record PassedOn(String receipt, boolean promises) implements Reply {}

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
