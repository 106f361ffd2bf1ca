package dk.debitorkonto.faults;

import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what goes wrong in a run, blow by blow. */
final class Mischief {

    private static final Logger LOG = LoggerFactory.getLogger(Mischief.class);
    private static final Duration TRAP_STAYS = Duration.ofSeconds(5);
    private static final int SLOW_MILLIS = 15;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    private static final int LONGEST_MILLIS = 1_500;

    private static final List<Point> LATE = List.of(
            Point.BOOKING,
            Point.ENDING,
            Point.ENDED,
            Point.ANSWER_TAKEN,
            Point.ANSWER_SETTLING,
            Point.ANSWER_SETTLED,
            Point.SEALING,
            Point.SEALED);

    /** What goes wrong. */
    enum Kind {
        KILL,
        KILL_AT_POINT,
        CRASH_DATABASE,
        FREEZE_DATABASE,
        CUT,
        SLOW
    }

    /**
     * One thing that goes wrong.
     *
     * @param node whom it hits, where it isn't all
     * @param point at which whoever comes first is killed, where it is that
     * @param pause before it
     * @param length of what lasts
     */
    record Blow(Kind kind, int node, Point point, Duration pause, Duration length) {

        @Override
        public String toString() {
            return kind == Kind.KILL_AT_POINT ? kind + " " + point : kind + " of node " + node;
        }
    }

    private final List<Node> nodes;
    private final List<FaultyWire> wires;
    private final FaultyDatabase database;
    private final FaultyReceiver receiver;

    Mischief(List<Node> nodes, List<FaultyWire> wires, FaultyDatabase database, FaultyReceiver receiver) {
        this.nodes = nodes;
        this.wires = wires;
        this.database = database;
        this.receiver = receiver;
    }

    /** At which point a node is killed when the clock is put forward. */
    static Point late(long seed) {
        return LATE.get(Math.floorMod(seed, LATE.size()));
    }

    /** So many blows, always the same by the seed; each kind comes once before any comes twice. */
    static List<Blow> blows(long seed, int many) {
        var random = new Random(seed);
        var kinds = new ArrayList<Kind>();
        var blows = new ArrayList<Blow>();
        while (blows.size() < many) {
            if (kinds.isEmpty()) {
                kinds.addAll(List.of(Kind.values()));
                Collections.shuffle(kinds, random);
            }
            blows.add(new Blow(
                    kinds.removeLast(),
                    random.nextInt(2),
                    Point.values()[random.nextInt(Point.values().length)],
                    Duration.ofMillis(200 + random.nextInt(LONGEST_PAUSE_MILLIS)),
                    Duration.ofMillis(500 + random.nextInt(LONGEST_MILLIS))));
        }
        return blows;
    }

    void strike(Blow blow) throws IOException, InterruptedException {
        Thread.sleep(blow.pause());
        LOG.info("{}", blow);
        switch (blow.kind()) {
            case KILL -> {
                nodes.get(blow.node()).awaitReady();
                nodes.get(blow.node()).kill();
            }
            case KILL_AT_POINT -> {
                var sprung = set(blow.point());
                if (!sprung.await(TRAP_STAYS.toMillis(), TimeUnit.MILLISECONDS))
                    LOG.info("nobody came to {}", blow.point());
                clear();
            }
            case CRASH_DATABASE -> database.crash();
            case FREEZE_DATABASE -> database.freeze(blow.length());
            case CUT -> wires.forEach(FaultyWire::cut);
            case SLOW -> {
                wires.forEach(each -> each.slow(SLOW_MILLIS));
                Thread.sleep(blow.length());
                wires.forEach(each -> each.slow(0));
            }
        }
    }

    /** Kills the node that comes to a point next; counted down when it is done. */
    CountDownLatch set(Point point) {
        var sprung = new CountDownLatch(1);
        set(point, sprung);
        return sprung;
    }

    /** Kills nobody any more. */
    void clear() {
        set(null, new CountDownLatch(1));
    }

    private void set(@Nullable Point point, CountDownLatch sprung) {
        for (var n = 0; n < nodes.size(); n++) {
            var node = nodes.get(n);
            var isOnWire = point != null && point.isOnWire();
            wires.get(n).set(point != null && isOnWire ? new FaultyWire.Trap(point, () -> kill(node, sprung)) : null);
        }
        // Which of them sends isn't known to the receiver: all are killed.
        receiver.set(point == null || point.isOnWire() ? null : () -> nodes.forEach(each -> kill(each, sprung)));
    }

    private static void kill(Node node, CountDownLatch sprung) {
        try {
            node.kill();
            sprung.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("killing was interrupted", e));
        }
    }
}
