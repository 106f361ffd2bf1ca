package dk.debitorkonto.outbox;

import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.outbox.jdbc.DueRows;
import dk.debitorkonto.outbox.jdbc.MessageRows;
import dk.debitorkonto.outbox.jdbc.ReceiverRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * Finds the receivers to which something is due, and gives each a courier of its own, so that a slow one delays no other.
 *
 * <p>What is due stands in the messages' rows and nowhere else: no wake-up can be lost. Any number of nodes may look; the lease on
 * a receiver says which of them sends to it.
 */
public final class Couriers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final int BATCH = 200;
    private static final long PAUSE_MILLIS = 10;
    private static final long PATIENCE_MILLIS = 5_000;
    /** A try takes no longer; a courier to whom ever more comes may be under way for as long as it likes. */
    private static final Duration TRIES_END_IN = Duration.ofSeconds(35);
    /** How often it is looked for what has waited too long, which takes a look at all that waits. */
    private static final Duration GIVES_UP_EVERY = Duration.ofMinutes(1);
    /** Where nothing was sent for longer, it was we who were away. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final MessageRows messages;
    private final DueRows due;
    private final ReceiverRows receivers;
    private final Courier.Means means;
    private final Clock clock;
    private final Map<UUID, Courier> running = new ConcurrentHashMap<>();
    private final Pauses pauses = new Pauses(System::nanoTime);
    private volatile boolean closed;
    private volatile boolean failing;
    private volatile Instant gaveUpAt = Instant.EPOCH;

    public Couriers(MessageRows messages, DueRows due, ReceiverRows receivers, Channel channel, Clock clock) {
        this.messages = messages;
        this.due = due;
        this.receivers = receivers;
        this.clock = clock;
        means = new Courier.Means(messages, due, receivers, channel, clock);
    }

    /** Looks for what is due. */
    @Scheduled(fixedDelayString = "${debitorkonto.outbox.look-every:500ms}")
    public void look() {
        try {
            send();
            failing = false;
        } catch (DataAccessException | TransactionException e) {
            // Said once, as it is looked for several times a second.
            if (!failing) LOG.error("it can't be looked for what is to be sent; it is tried on", e);
            failing = true;
        }
    }

    /**
     * Answers when all that was due has been tried; what a circuit holds back isn't due, and for whom a pause holds nobody waits.
     * After all that makes messages.
     */
    @EventListener
    @Order(ClockMoved.SENT)
    public void moved(ClockMoved moved) throws InterruptedException {
        var until = clock.instant();
        send();
        while (!closed && !pauses.any() && receivers.haveDue(until, clock.instant())) {
            Thread.sleep(PAUSE_MILLIS);
            send();
        }
        // What came of tries is kept at the time at which they were made.
        var underWay = Set.copyOf(running.values());
        var end = System.nanoTime() + TRIES_END_IN.toNanos();
        while (!closed && System.nanoTime() < end && !Collections.disjoint(underWay, running.values()))
            Thread.sleep(PAUSE_MILLIS);
    }

    private void send() {
        if (closed) return;
        addresses();
        giveUp();
        for (var receiver : receivers.due(clock.instant())) if (!pauses.holds(receiver.id())) start(receiver);
    }

    private void start(ReceiverRows.Receiver receiver) {
        running.computeIfAbsent(receiver.id(), id -> {
            var courier = new Courier(receiver, means);
            Thread.ofVirtual().name("courier-" + id).start(() -> run(courier, id));
            return courier;
        });
    }

    private void run(Courier courier, UUID receiver) {
        try {
            courier.run();
            pauses.succeeded(receiver);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("what became of tries to receiver {} couldn't be kept; they are made again", receiver, e);
            pauses.failed(receiver);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(receiver);
        }
    }

    /** Who got an address is sent what was parked for the want of one; who lost it gets nothing until there is another. */
    private void addresses() {
        var now = clock.instant();
        for (var receiver : due.addressed())
            while (messages.change(due.unaddressed(receiver, BATCH), each -> each.withAddress(now)) == BATCH)
                LOG.info("answers to {} have an address now", receiver);
        for (var receiver : due.unaddressed())
            while (messages.change(due.waiting(receiver, BATCH), Delivery::withoutAddress) == BATCH)
                LOG.info("answers to {} are parked: it has no address any more", receiver);
    }

    /** One try a minute is all that a receiver gets that fails, however many messages wait for it: their time is over without. */
    private void giveUp() {
        var now = clock.instant();
        if (now.isBefore(gaveUpAt.plus(GIVES_UP_EVERY))) return;
        gaveUpAt = now;
        var since = now.minus(RetryPlan.LONGEST);
        for (var parked = BATCH; parked == BATCH; ) {
            parked = messages.change(due.outlived(since, now.minus(LATELY), BATCH), Delivery::givenUp);
            if (parked > 0) LOG.warn("{} answers whose receiver has failed for too long are parked", parked);
        }
    }

    /** Stops what is under way; what nothing is known of is sent again by the next who looks. */
    @Override
    public void close() {
        closed = true;
        running.values().forEach(Courier::stop);
        try {
            for (var left = PATIENCE_MILLIS; left > 0 && !running.isEmpty(); left -= PAUSE_MILLIS)
                Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
