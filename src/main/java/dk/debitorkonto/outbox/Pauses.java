package dk.debitorkonto.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Receivers that this node leaves in peace for a while, as what became of tries to them couldn't be kept: made again at once and
 * again, they would flood them, unseen by circuit and waits. From a second on, twice as long each time, up to a minute.
 */
final class Pauses {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private record Pause(Duration length, long until) {}

    private final Map<UUID, Pause> pauses = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock that nobody puts forward */
    Pauses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void failed(UUID receiver) {
        pauses.merge(
                receiver,
                of(Duration.ofSeconds(1)),
                (last, first) -> of(last.length().multipliedBy(2)));
    }

    private Pause of(Duration length) {
        var some = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        return new Pause(some, nanos.getAsLong() + some.toNanos());
    }

    void succeeded(UUID receiver) {
        pauses.remove(receiver);
    }

    boolean holds(UUID receiver) {
        var pause = pauses.get(receiver);
        return pause != null && pause.until() - nanos.getAsLong() > 0;
    }

    boolean any() {
        return !pauses.isEmpty();
    }
}
