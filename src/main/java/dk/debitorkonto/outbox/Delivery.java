package dk.debitorkonto.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a message has come; each step gives the next one.
 *
 * @param tries all there were
 * @param failed how many failed since the message was made, or sent again by a person
 * @param since when that was: the waits are counted from there
 * @param due the next try; absent where none is to come
 * @param unaddressed parked only because its receiver has no address
 */
public record Delivery(
        UUID message,
        UUID request,
        State state,
        int tries,
        int failed,
        Instant since,
        @Nullable Instant due,
        boolean unaddressed) {

    /** As the request's answer tells it. */
    public enum State {
        PENDING,
        /** Tried at least once, and not settled. */
        SENT,
        ACCEPTED,
        REJECTED,
        PARKED
    }

    public Delivery {
        var waits = state == State.PENDING || state == State.SENT;
        if (waits != (due != null)) throw new IllegalArgumentException(state + " with a next try at " + due);
        if (unaddressed && state != State.PARKED) throw new IllegalArgumentException(state + " without an address");
    }

    /** A new one, first tried at {@code due}, or parked where its receiver has no address. */
    static Delivery first(Message message, Instant due, boolean addressed) {
        var delivery = new Delivery(message.id(), message.request(), State.PENDING, 0, 0, due, due, false);
        return addressed ? delivery : delivery.withoutAddress();
    }

    /** After a try. That it was accepted is final; so is what the receiver said, whatever became of other tries. */
    public Delivery after(Attempt attempt) {
        if (state == State.ACCEPTED) return settled(State.ACCEPTED);
        return switch (attempt.result()) {
            case ACCEPTED -> settled(State.ACCEPTED);
            case REJECTED -> settled(State.REJECTED);
            case FAILED -> failedAt(attempt.at());
        };
    }

    private Delivery settled(State how) {
        return new Delivery(message, request, how, tries + 1, failed, since, null, false);
    }

    private Delivery failedAt(Instant at) {
        if (due == null) return new Delivery(message, request, state, tries + 1, failed, since, null, unaddressed);
        var next = RetryPlan.next(failed + 1, since, at, RetryPlan.chance(message, tries + 1));
        return new Delivery(
                message, request, next == null ? State.PARKED : State.SENT, tries + 1, failed + 1, since, next, false);
    }

    /** Whether a person may have it sent again. */
    boolean canBeResent() {
        return state == State.PARKED || state == State.REJECTED;
    }

    /** Sent again, at once and from the first step of the waits. */
    Delivery resent(Instant now) {
        return new Delivery(message, request, State.PENDING, tries, 0, now, now, false);
    }

    /** What had no address has one now. */
    public Delivery withAddress(Instant now) {
        return unaddressed ? resent(now) : this;
    }

    /** What waits is parked until its receiver has an address. */
    public Delivery withoutAddress() {
        return due == null ? this : new Delivery(message, request, State.PARKED, tries, failed, since, null, true);
    }

    /** Its time is over, whether or not its receiver's circuit has let it be tried. */
    Delivery givenUp() {
        return due == null ? this : new Delivery(message, request, State.PARKED, tries, failed, since, null, false);
    }

    /** The receipt was written: a first try waits for nothing more. */
    Delivery told(Instant now) {
        return tries == 0 && state == State.PENDING && due != null && due.isAfter(now)
                ? new Delivery(message, request, state, tries, failed, now, now, false)
                : this;
    }
}
