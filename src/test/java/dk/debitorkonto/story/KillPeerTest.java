package dk.debitorkonto.story;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while the simulated debtor system owes an answer, with the embedded database. */
class KillPeerTest {

    private static final String ELSEWHERE = "40404040";
    private static final String DOCUMENT =
            """
            {"authorities": [{"cvr": "%1$s", "name": "Sydhavn"}],
             "caseSystems": [{"id": "%2$s", "cvr": "%3$s", "authorities": ["%1$s"], "callback": "/testbench/case-system"}],
             "debtorSystems": [{"id": "%4$s", "cvr": "55555555", "endpoint": "/testbench/debtor-system"}],
             "routes": [{"authority": "%1$s", "debtorSystem": "%4$s"}]}\
            """.formatted(ELSEWHERE, DemoCast.CASE_SYSTEM, DemoCast.CASE_SYSTEM_CVR, new UUID(5, 5));

    @Test
    void keeps_the_promise_of_before(@TempDir Path data) throws Exception {
        var part = DemoCast.find("GIV_HENSTAND", Variant.CLAIMS).orElseThrow().identifiedBy(UUID.randomUUID());
        try (var node = new Node(data, Map.of("DEBITORKONTO_DEMO_DATA", "false"))) {
            node.awaitReady();
            node.take(DOCUMENT);
            assertThat(node.post(request(part))).contains("HandlingUdsat");

            node.kill();
            node.restart();
            node.awaitReady();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> node.get("/api/v1/testbench/answers?request=" + part.identification())
                            .contains("HandlingGennemført"));
        }
    }

    private static String request(DemoCast.Part part) {
        return DemoRequest.of(part, OffsetDateTime.now())
                .replace("Organisation>" + DemoCast.MUNICIPALITY, "Organisation>" + ELSEWHERE)
                .replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing><p:Testmodpart xmlns:p=\"urn:debitorkonto:processing:1\">"
                            + "<p:Forsinkelse>PT4S</p:Forsinkelse></p:Testmodpart></k:Processing></k:HovedOplysninger>");
    }
}
