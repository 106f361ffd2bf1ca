package dk.debitorkonto.faults;

import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run: two nodes over one PostgreSQL, callers, caseworkers, a receiver, and what goes wrong by the seed; then all is left in
 * peace, the clock is put forward until nothing is under way, and the evidence is taken.
 */
final class Run implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int NODES = 2;
    private static final Duration LAST_WORD = Duration.ofMinutes(3);
    private static final Duration SUPERVISED_EVERY = Duration.ofMillis(300);
    private static final int MOST_STEPS = 60;
    /** Over the waits of what failed, then over the day that some asked for, then over the waits again. */
    private static final List<String> STEPS = List.of("PT1M", "PT2M", "P4D");

    private static final String EVERY_LATER_STEP = "PT4M";
    private static final Pattern REST = Pattern.compile("\"rest\":\"(-?[0-9.]+)\"");

    private final long seed;
    private final FaultyDatabase database;
    private final FaultyReceiver receiver;
    private final List<FaultyWire> wires = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Thread supervisor;

    private Run(long seed, Path folder) throws IOException {
        this.seed = seed;
        Files.createDirectories(folder);
        database = new FaultyDatabase(folder.resolve("database"));
        receiver = new FaultyReceiver(seed);
        for (var n = 0; n < NODES; n++) {
            var wire = new FaultyWire(database.port());
            wires.add(wire);
            nodes.add(new Node(Files.createDirectories(folder.resolve("node-" + n)), settings(wire)));
        }
        supervisor = Thread.ofVirtual().name("supervisor").start(this::supervise);
    }

    /** What is wrong after the run of a seed with so many blows; the nodes' logs are left in the folder. */
    static List<String> faults(long seed, int blows, Path folder) throws Exception {
        try (var run = new Run(seed, folder)) {
            return Checker.faults(run.evidence(Mischief.blows(seed, blows)));
        }
    }

    private static Map<String, String> settings(FaultyWire wire) {
        return Map.of(
                "DEBITORKONTO_DATABASE_URL", wire.url(),
                "DEBITORKONTO_DATABASE_USER", "postgres",
                "DEBITORKONTO_DATABASE_PASSWORD", "postgres",
                "DEBITORKONTO_DEMO_DATA", "false",
                // They are started often and live short.
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    }

    private void supervise() {
        try {
            while (true) {
                for (var node : nodes) node.keepAlive();
                Thread.sleep(SUPERVISED_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.error("a node can't be started", e);
        }
    }

    private Evidence evidence(List<Mischief.Blow> blows) throws Exception {
        nodes.forEach(Node::awaitReady);
        var imported = nodes.getFirst().post("/api/v1/import", Town.document(receiver.url()), "anna");
        if (imported.statusCode() != 200) throw new IllegalStateException("not imported: " + imported.body());
        var before = rest(nodes.getFirst());
        try (var callers = new Callers(seed, nodes);
                var caseworkers = new Caseworkers(seed, nodes)) {
            LOG.info("seed {}: {}", seed, blows);
            caseworkers.start();
            underBlows(callers, blows);
            var survivor = nodes.getFirst();
            nodes.getLast().close();
            settle(survivor);
            callers.repeat(survivor);
            var traces = new Traces(database.direct());
            return new Evidence(callers.journal(), traces.rows(), receiver.taken(), books(before, survivor, traces));
        }
    }

    private void underBlows(Callers callers, List<Mischief.Blow> blows) throws Exception {
        var mischief = new Mischief(nodes, wires, database, receiver);
        var calls = callers.start();
        for (var blow : blows) mischief.strike(blow);
        callers.end();
        for (var call : calls) {
            try {
                call.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The journal tells who was never told.
                LOG.error("a caller is still waiting to be told", e);
            }
        }
        nodes.forEach(Node::awaitReady);
    }

    /** Puts the clock forward until nothing is under way, or it has been tried for long. */
    private void settle(Node node) throws IOException, InterruptedException {
        var traces = new Traces(database.direct());
        for (var step = 0; step < MOST_STEPS && (step < STEPS.size() || traces.underWay() > 0); step++) {
            var advance = step < STEPS.size() ? STEPS.get(step) : EVERY_LATER_STEP;
            var moved = node.post("/api/v1/clock", "{\"advance\": \"" + advance + "\"}", "anna");
            if (moved.statusCode() != 200) LOG.error("the clock isn't moved: {}", moved.body());
            LOG.info("after {} {} are under way", advance, traces.underWay());
        }
    }

    private static Evidence.Books books(long before, Node node, Traces traces) throws Exception {
        var proof = proof(node);
        var alarms = new ArrayList<String>();
        for (var alarm : Caseworkers.items(node.get("/api/v1/alarms"))) alarms.add(alarm.toString());
        return new Evidence.Books(
                before,
                rest(node),
                proof.startsWith("{\"holds\":true"),
                proof.contains("\"unsealed\":0") ? 0 : 1,
                traces.locks(),
                alarms);
    }

    /** The proof when the sealer has had its time. */
    private static String proof(Node node) throws IOException, InterruptedException {
        var proof = node.get("/api/v1/proof");
        for (var left = 60; left > 0 && !proof.contains("\"unsealed\":0"); left--) {
            Thread.sleep(500);
            proof = node.get("/api/v1/proof");
        }
        LOG.info("proof: {}", proof);
        return proof;
    }

    private static long rest(Node node) throws IOException, InterruptedException {
        return REST.matcher(node.get("/api/v1/accounts/" + Town.ACCOUNT))
                .results()
                .mapToLong(found ->
                        new BigDecimal(found.group(1)).movePointRight(2).longValueExact())
                .sum();
    }

    @Override
    public void close() throws IOException {
        supervisor.interrupt();
        nodes.forEach(Node::close);
        for (var wire : wires) wire.close();
        receiver.close();
        database.close();
    }
}
