package dk.debitorkonto.outbox;

import dk.debitorkonto.outbox.jdbc.DueRows;
import dk.debitorkonto.outbox.jdbc.MessageRows;
import dk.debitorkonto.outbox.jdbc.ReceiverRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to one receiver, while it alone may, what is due: a few at once, each in a thread of its own, until nothing is due or the
 * circuit opens.
 *
 * <p>This thread alone touches the database, between tries; no transaction is open during one.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 100;
    private static final int MOST_KEPT = 4_000;
    /** A lease outlasts this and a whole try, so that no two nodes ever have tries in flight. */
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    /** What each courier works with. */
    record Means(MessageRows messages, DueRows due, ReceiverRows receivers, Channel channel, Clock clock) {}

    private final ReceiverRows.Receiver receiver;
    private final Means means;
    private final UUID lease = UUID.randomUUID();
    private final Map<UUID, Thread> flying = new HashMap<>();
    private final BlockingQueue<List<MessageRows.Tried>> landed = new LinkedBlockingQueue<>();
    private final Deque<UUID> next = new ArrayDeque<>();
    private Circuit circuit = Circuit.CLOSED;
    private long leasedAt;
    private volatile boolean stopped;

    Courier(ReceiverRows.Receiver receiver, Means means) {
        this.receiver = receiver;
        this.means = means;
    }

    /** Sends until nothing is due or may be sent. */
    void run() throws InterruptedException {
        if (!isLeased()) return;
        try {
            circuit = means.receivers().circuit(receiver.id());
            start();
            while (!flying.isEmpty() && !stopped) {
                settle(ended());
                start();
            }
        } finally {
            flying.values().forEach(Thread::interrupt);
            means.receivers().release(receiver.id(), lease);
        }
    }

    /**
     * Ends soon; what is in flight then is of no account. Not by an interrupt, which this thread might meet in the database: the
     * embedded one would close its file.
     */
    void stop() {
        stopped = true;
        landed.add(List.of());
    }

    private boolean isLeased() {
        if (leasedAt != 0 && System.nanoTime() - leasedAt < RENEWAL.toNanos()) return true;
        var before = System.nanoTime();
        if (!means.receivers().lease(receiver.id(), lease)) return false;
        leasedAt = before;
        return true;
    }

    /** Fills the free places. */
    private void start() {
        if (!isLeased()) return;
        while (flying.size() < circuit.places(now())) {
            var letter = letter();
            if (letter == null) return;
            flying.put(letter.id(), Thread.startVirtualThread(() -> landed.add(List.of(tried(letter)))));
        }
    }

    /** The next that is due, and still is when its turn comes. */
    private DueRows.@Nullable Letter letter() {
        if (next.isEmpty())
            means.due().due(receiver.address(), now(), BATCH).stream()
                    .filter(id -> !flying.containsKey(id))
                    .forEach(next::add);
        while (!next.isEmpty()) {
            var letter = means.due().letter(next.remove(), receiver.address(), now());
            if (letter.isPresent()) return letter.get();
        }
        return null;
    }

    private MessageRows.Tried tried(DueRows.Letter letter) {
        var at = now();
        var begun = System.nanoTime();
        var response = response(letter);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var attempt = new Attempt(
                at,
                response.url(),
                response.httpStatus(),
                took.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                response.result(),
                kept(response.cameBack()));
        return new MessageRows.Tried(letter.id(), attempt);
    }

    /** Whatever happens: a courier has to hear of each try that it began. */
    private Channel.Response response(DueRows.Letter letter) {
        try {
            return means.channel().send(receiver.address(), letter.id(), letter.body());
        } catch (InterruptedException e) {
            return new Channel.Response(receiver.address(), null, Attempt.Result.FAILED, "stopped");
        } catch (Throwable e) {
            LOG.error("answer {} couldn't be sent", letter.id(), e);
            return new Channel.Response(receiver.address(), null, Attempt.Result.FAILED, e.toString());
        }
    }

    /** All tries that ended; waits for one, though not for longer than the lease may go without renewal. */
    private List<MessageRows.Tried> ended() throws InterruptedException {
        var ended = new ArrayList<List<MessageRows.Tried>>();
        var first = landed.poll(RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) ended.add(first);
        landed.drainTo(ended);
        return ended.stream().flatMap(List::stream).toList();
    }

    private void settle(List<MessageRows.Tried> ended) {
        if (ended.isEmpty()) return;
        var before = circuit;
        for (var each : ended) circuit = circuit.after(each.attempt(), now());
        means.messages().settle(ended);
        if (!circuit.equals(before)) means.receivers().keep(receiver.id(), circuit);
        if (circuit.heldUntil() != null && before.heldUntil() == null)
            LOG.warn(
                    "nothing is sent to receiver {} for a while: it failed {} times",
                    receiver.id(),
                    circuit.failures());
        for (var each : ended) flying.remove(each.message());
    }

    private Instant now() {
        return means.clock().instant();
    }

    /** As much as a row keeps, of characters that both databases take. */
    private static String kept(String text) {
        var clean = text.replace('\0', '\uFFFD');
        return clean.length() <= MOST_KEPT ? clean : clean.substring(0, MOST_KEPT - 1) + "…";
    }
}
