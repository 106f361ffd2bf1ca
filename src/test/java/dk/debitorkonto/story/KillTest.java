package dk.debitorkonto.story;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of 1,000 requests, with the embedded database. */
class KillTest {

    private static final int REQUESTS = 1000;
    private static final int CALLERS = 8;
    private static final Pattern AMOUNT = Pattern.compile("(?<open><[^<>/]*Beløb>)[^<]*(?<close></)");
    private static final DemoCast.Part PART =
            DemoCast.find("NEDREGULER_FORDRING", Variant.CLAIMS).orElseThrow();

    @Test
    void loses_no_acknowledged_request_and_does_none_twice(@TempDir Path data) throws Exception {
        var requests = requests();
        var acknowledged = new ConcurrentHashMap<UUID, String>();
        try (var node = new Node(data, Map.of())) {
            node.awaitReady();
            var before = principal(node);
            sendUntilKilled(node, requests, acknowledged);
            assertThat(acknowledged.size()).isBetween(1, REQUESTS - 1);

            node.restart();
            node.awaitReady();
            assertThat(node.get("/api/v1/proof")).startsWith("{\"holds\":true");

            for (var request : requests) {
                var reply = node.post(request.envelope());
                assertThat(reply).contains("HandlingGennemført");
                var first = acknowledged.get(request.id());
                if (first != null) assertThat(reply).contains("ADV-01").contains(processedAt(first));
            }
            assertThat(principal(node))
                    .isEqualTo(before.subtract(new BigDecimal("0.01").multiply(BigDecimal.valueOf(REQUESTS))));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> node.get("/api/v1/proof").contains("\"unsealed\":0"));
            assertThat(node.get("/api/v1/proof")).startsWith("{\"holds\":true");
        }
    }

    private record Sent(UUID id, String envelope) {}

    /** So many times 0.01 kr. off the principal of one claim. */
    private static List<Sent> requests() {
        var template = AMOUNT.matcher(DemoRequest.of(PART, OffsetDateTime.now(java.time.ZoneOffset.UTC)))
                .replaceAll("${open}0.01${close}");
        var requests = new ArrayList<Sent>();
        for (var n = 0; n < REQUESTS; n++) {
            var id = UUID.randomUUID();
            requests.add(new Sent(id, template.replace(PART.identification().toString(), id.toString())));
        }
        return requests;
    }

    private static void sendUntilKilled(Node node, List<Sent> requests, Map<UUID, String> acknowledged)
            throws InterruptedException {
        var next = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < CALLERS; caller++)
                callers.submit(() -> {
                    for (var n = next.getAndIncrement(); n < requests.size(); n = next.getAndIncrement()) {
                        try {
                            var reply = node.post(requests.get(n).envelope());
                            if (reply.contains("HandlingGennemført"))
                                acknowledged.put(requests.get(n).id(), reply);
                        } catch (IOException killed) {
                            return null;
                        }
                    }
                    return null;
                });
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() > REQUESTS / 3);
            node.kill();
        }
    }

    private static String processedAt(String reply) {
        var found = Pattern.compile("BehandlingDatoTid>([^<]*)<").matcher(reply);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** The claim's principal after reductions, in kroner. */
    private static BigDecimal principal(Node node) throws IOException, InterruptedException {
        var account = node.get("/api/v1/accounts/" + PART.account());
        var found = Pattern.compile("\"id\":\"" + PART.claims().getFirst() + "\".*?\"principal\":\"([0-9.]+)\"")
                .matcher(account);
        assertThat(found.find()).as(account).isTrue();
        return new BigDecimal(found.group(1));
    }
}
