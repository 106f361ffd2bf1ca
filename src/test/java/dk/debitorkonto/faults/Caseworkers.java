package dk.debitorkonto.faults;

import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two persons who look through what waits for them, and authorise all of it. */
final class Caseworkers implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final List<Node> nodes;
    private final Random random;
    private final Thread thread = Thread.ofVirtual().name("caseworkers").unstarted(this::work);

    Caseworkers(long seed, List<Node> nodes) {
        this.nodes = nodes;
        this.random = new Random(seed);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look("PERSON", "anna");
                look("SECOND_PERSON", "bo");
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String waitingFor, String person) throws InterruptedException {
        var node = nodes.get(random.nextInt(nodes.size()));
        try {
            for (var item : items(node.get("/api/v1/requests?outcome=DEFERRED&waitingFor=" + waitingFor)))
                node.post(
                        "/api/v1/requests/" + item.path("identification").asString() + "/authorise",
                        "{\"comment\": \"set igennem\"}",
                        person);
        } catch (IOException | JacksonException e) {
            // The node is down: they look again.
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    static JsonNode items(String json) {
        return JsonMapper.shared().readTree(json).path("items");
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
