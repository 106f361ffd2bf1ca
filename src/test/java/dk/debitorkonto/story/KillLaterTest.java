package dk.debitorkonto.story;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while requests that were put off are being carried out, with the embedded database. */
class KillLaterTest {

    private static final int REQUESTS = 300;
    private static final int CALLERS = 8;
    private static final DemoCast.Part PART =
            DemoCast.find("TILBAGEKALD_FRA_INDDRIVELSE", Variant.CLAIMS).orElseThrow();
    private static final String CARRIED_OUT = "/api/v1/requests?outcome=CARRIED_OUT&limit=1000";

    private record Recall(UUID id, UUID account, UUID claim) {

        String imported() {
            return """
                {"id": "%s", "account": "%s", "type": "SFO", "invoiceDate": "2025-12-01", "dueDate": "2025-12-15",
                 "state": "IN_RECOVERY", "lines": [{"amount": "1000.00"}]}\
                """.formatted(claim, account);
        }

        String envelope() {
            return DemoRequest.of(PART, OffsetDateTime.now(ZoneOffset.UTC))
                    .replace(PART.identification().toString(), id.toString())
                    .replace(PART.account().toString(), account.toString())
                    .replace(PART.claims().getFirst().toString(), claim.toString())
                    // It is about one claim; the example may list more.
                    .replaceAll("<d:FordringIdentifikation>d0000000-[^<]*</d:FordringIdentifikation>\\s*", "");
        }
    }

    @Test
    void carries_out_each_promise_once_and_owes_each_answer(@TempDir Path data) throws Exception {
        var recalls = IntStream.range(0, REQUESTS)
                .mapToObj(n -> new Recall(
                        UUID.randomUUID(), new UUID(0x4000L, 0x8000000000000000L + n % 20), UUID.randomUUID()))
                .toList();
        try (var node = new Node(data, Map.of())) {
            node.awaitReady();
            node.take(document(recalls));
            sendUntilKilled(node, recalls);

            node.restart();
            node.awaitReady();
            for (var recall : recalls) assertThat(node.post(recall.envelope())).contains("HandlingUdsat");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> carriedOut(node)
                            .containsAll(recalls.stream().map(Recall::id).toList()));
            assertThat(node.get("/api/v1/alarms")).doesNotContain("TASK_PARKED");
            assertThat(node.get("/api/v1/proof")).startsWith("{\"holds\":true");
        }
    }

    private static String document(List<Recall> recalls) {
        var accounts = recalls.stream()
                .map(Recall::account)
                .distinct()
                .map(id -> """
                    {"id": "%s", "authority": "%s", "caseSystem": "%s", "debtor": "urn:oio:cpr-nr:6101701234"}\
                    """.formatted(id, DemoCast.MUNICIPALITY, DemoCast.CASE_SYSTEM))
                .collect(Collectors.joining(","));
        var claims = recalls.stream().map(Recall::imported).collect(Collectors.joining(","));
        return "{\"accounts\": [" + accounts + "], \"claims\": [" + claims + "]}";
    }

    private static void sendUntilKilled(Node node, List<Recall> recalls) throws InterruptedException {
        var next = new AtomicInteger();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < CALLERS; caller++)
                callers.submit(() -> {
                    for (var n = next.getAndIncrement(); n < recalls.size(); n = next.getAndIncrement()) {
                        try {
                            node.post(recalls.get(n).envelope());
                        } catch (IOException killed) {
                            return null;
                        }
                    }
                    return null;
                });
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> next.get() > REQUESTS / 3);
            node.kill();
        }
    }

    private static List<UUID> carriedOut(Node node) throws IOException, InterruptedException {
        return java.util.regex.Pattern.compile("\"identification\":\"([^\"]+)\"")
                .matcher(node.get(CARRIED_OUT))
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .toList();
    }
}
