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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what goes wrong in a run, blow by blow. */
final class Mischief {

    private static final Logger LOG = LoggerFactory.getLogger(Mischief.class);
    private static final Duration TRAP_STAYS = Duration.ofSeconds(10);
    private static final int SLOW_MILLIS = 15;
    private static final int LONGEST_PAUSE_MILLIS = 2_500;
    private static final int LONGEST_MILLIS = 4_000;

    /** What goes wrong. */
    enum Kind {
        KILL,
        KILL_BEFORE_COMMIT,
        KILL_AFTER_COMMIT,
        KILL_AT_ANSWER,
        CRASH_DATABASE,
        FREEZE_DATABASE,
        CUT,
        SLOW
    }

    /**
     * One thing that goes wrong.
     *
     * @param node whom it hits, where it isn't all
     * @param pause before it
     * @param length of what lasts
     */
    record Blow(Kind kind, int node, Duration pause, Duration length) {}

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
                    Duration.ofMillis(200 + random.nextInt(LONGEST_PAUSE_MILLIS)),
                    Duration.ofMillis(500 + random.nextInt(LONGEST_MILLIS))));
        }
        return blows;
    }

    void strike(Blow blow) throws IOException, InterruptedException {
        Thread.sleep(blow.pause());
        var node = nodes.get(blow.node());
        var wire = wires.get(blow.node());
        if (blow.kind().name().startsWith("KILL")) node.awaitReady();
        LOG.info("{} of node {}", blow.kind(), blow.node());
        switch (blow.kind()) {
            case KILL -> node.kill();
            case KILL_BEFORE_COMMIT -> killAtCommit(FaultyWire.Moment.BEFORE_COMMIT, node, wire);
            case KILL_AFTER_COMMIT -> killAtCommit(FaultyWire.Moment.AFTER_COMMIT, node, wire);
            case KILL_AT_ANSWER -> {
                var sprung = new CountDownLatch(1);
                receiver.set(() -> kill(node, sprung));
                await(sprung);
                receiver.set(null);
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

    private static void killAtCommit(FaultyWire.Moment moment, Node node, FaultyWire wire) throws InterruptedException {
        var sprung = new CountDownLatch(1);
        wire.set(new FaultyWire.Trap(moment, () -> kill(node, sprung)));
        await(sprung);
        wire.set(null);
    }

    private static void await(CountDownLatch sprung) throws InterruptedException {
        if (!sprung.await(TRAP_STAYS.toMillis(), TimeUnit.MILLISECONDS)) LOG.info("nobody stepped into the trap");
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
