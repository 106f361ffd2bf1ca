package dk.debitorkonto.faults;

import dk.debitorkonto.testing.Node;
import dk.debitorkonto.testing.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes over one PostgreSQL, and whoever starts them again when they have died; many runs follow each other on it. */
final class Cluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int NODES = 2;
    private static final Duration SUPERVISED_EVERY = Duration.ofMillis(300);
    /** The nodes are started often and live short. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final FaultyDatabase database;
    private final List<FaultyWire> wires = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Thread supervisor;

    /** @param folder where the nodes' logs are left */
    Cluster(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        database = new FaultyDatabase(folder.resolve("database"));
        for (var n = 0; n < NODES; n++) wires.add(new FaultyWire(database.port()));
        var options = Shipped.rehearsed(folder, OPTIONS, rehearsal(folder));
        for (var n = 0; n < NODES; n++)
            nodes.add(new Node(Files.createDirectories(folder.resolve("node-" + n)), settings(wires.get(n)), options));
        supervisor = Thread.ofVirtual().name("supervisor").start(this::supervise);
    }

    private Map<String, String> rehearsal(Path folder) {
        var settings = new java.util.HashMap<>(settings(wires.getFirst()));
        settings.put("DEBITORKONTO_DATA", folder.toString());
        settings.put("DEBITORKONTO_HTTP_PORT", "0");
        return settings;
    }

    private static Map<String, String> settings(FaultyWire wire) {
        return Map.of(
                "DEBITORKONTO_DATABASE_URL", wire.url(),
                "DEBITORKONTO_DATABASE_USER", "postgres",
                "DEBITORKONTO_DATABASE_PASSWORD", "postgres",
                "DEBITORKONTO_DEMO_DATA", "false");
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

    List<Node> nodes() {
        return nodes;
    }

    FaultyDatabase database() {
        return database;
    }

    Mischief mischief(FaultyReceiver receiver) {
        return new Mischief(nodes, wires, database, receiver);
    }

    @Override
    public void close() throws IOException {
        supervisor.interrupt();
        nodes.forEach(Node::close);
        for (var wire : wires) wire.close();
        database.close();
    }
}
