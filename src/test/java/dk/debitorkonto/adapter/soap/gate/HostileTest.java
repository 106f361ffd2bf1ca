package dk.debitorkonto.adapter.soap.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.DoorUnderTest;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Reply;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What is hostile is refused by a fault that tells nothing, and what is only unusual is served. */
@DoorUnderTest
class HostileTest {

    private static final String GOOD =
            Door.resource("golden/DebitorkontoAnmodningAfsend/accept-uden-handling-status/request.xml");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private DoorUnderTest.Desk desk;

    @Autowired
    private DoorUnderTest.Log log;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(port);
        desk.answers(submission -> {
            var outcome = new Outcome.AcceptedWithoutStatus(List.of());
            return new Reply.Decided(outcome, submission.receipt().apply(outcome));
        });
    }

    static Stream<Hostile> messages() {
        return Hostile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void gets_what_it_deserves(Hostile hostile) {
        var rows = log.size();

        var response = door.post(
                Door.REQUESTS,
                hostile.contentType(),
                hostile.body(),
                hostile.headers().toArray(String[]::new));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(hostile.status());
        assertThat(log.size()).isEqualTo(rows + 1);
        assertThat(log.last().httpStatus()).isEqualTo(hostile.status());
        if (hostile.code().isEmpty()) {
            assertThat(response.body()).contains("AcceptUdenHandlingStatusStruktur");
            assertThat(desk.last()).isNotNull();
        } else {
            assertThat(response.body()).contains("ErrorCode>" + hostile.code() + "<");
            assertThat(desk.last()).isNull();
            tellsNothing(response.body());
            assertThat(log.last().fault()).isEqualTo(hostile.code());
        }
        assertThat(door.post(Door.REQUESTS, GOOD).statusCode()).isEqualTo(200);
    }

    private static void tellsNothing(String fault) {
        assertThat(fault)
                .contains("CallUUID: ")
                .containsPattern("Received: [0-9T:.-]+Z<")
                .doesNotContain(
                        "Exception", "org.", "com.", "java", "at dk.", "root:", "fagsystem", "7A1D9C3E", "2531376");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"})
    void only_post_is_a_call(String method) {
        var response = door.send(
                HttpRequest.newBuilder(door.at(Door.REQUESTS)).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        if (!method.equals("HEAD")) assertThat(response.body()).contains("ServiceplatformFault");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?wsdl", "?x=y"})
    void a_call_has_no_query(String query) {
        assertThat(door.post(Door.REQUESTS + query, GOOD).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", ";x=y", "%2F", "/.."})
    void a_call_has_the_exact_path(String tail) {
        assertThat(door.post(Door.REQUESTS + tail, GOOD).statusCode()).isIn(400, 404);
    }

    @Test
    void line_and_column_are_those_of_the_callers_own_xml() {
        var message = "<?xml version=\"1.0\"?>\n<!-- one\ntwo -->\n"
                + GOOD.substring(GOOD.indexOf("<soap:Env"))
                        .replace("<d:DebitorkontoIdentifikation>3d4b1f0a", "<d:DebitorkontoIdentifikation>3D4B1F0A");
        var lines = message.lines().toList();
        var line = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("3D4B1F0A"))
                .findFirst()
                .orElseThrow();
        var column = lines.get(line).indexOf('<') + 1;

        assertThat(door.post(Door.REQUESTS, message).body())
                .contains("Element DebitorkontoIdentifikation, line " + (line + 1) + ", column " + column
                        + ": expected a UUID in lower case.");
    }

    @Test
    void sixty_four_at_once_are_let_through_and_a_hundred_are_not() throws Exception {
        var open = new CountDownLatch(1);
        var arrived = new CountDownLatch(80);
        desk.answers(submission -> {
            arrived.countDown();
            try {
                open.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            var outcome = new Outcome.AcceptedWithoutStatus(List.of());
            return new Reply.Decided(outcome, submission.receipt().apply(outcome));
        });
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 80)
                    .mapToObj(i ->
                            callers.submit(() -> door.post(Door.REQUESTS, GOOD).statusCode()))
                    .toList();
            assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            var refused = door.post(Door.REQUESTS, GOOD);
            open.countDown();

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("TooManyRequests");
            for (Future<Integer> call : calls) assertThat(call.get()).isEqualTo(200);
        }
    }

    @Test
    void the_log_has_the_digests_of_the_exact_bytes() throws Exception {
        var response = door.post(Door.REQUESTS, GOOD);

        var row = log.last();
        assertThat(row.received().count()).isEqualTo(GOOD.getBytes(StandardCharsets.UTF_8).length);
        assertThat(row.received().sha256()).isEqualTo(sha256(GOOD));
        assertThat(row.sent().sha256()).isEqualTo(sha256(response.body()));
        assertThat(row.operation()).isEqualTo("AnmodEnDebitorkonto");
        assertThat(row.caseSystem()).hasToString("5b0f3c7d-98a4-4d1f-8e6b-7c2d1a9f4e10");
        assertThat(row.identification()).hasToString("7a1d9c3e-2b4f-4e68-8d5c-9b0a1f2e3c4d");
        assertThat(row.fault()).isNull();
    }

    @Test
    void an_addressed_message_gets_an_addressed_answer() {
        var addressed = GOOD.replace(
                "<soap:Body>",
                "<soap:Header><a:MessageID"
                    + " xmlns:a=\"http://www.w3.org/2005/08/addressing\">urn:uuid:1</a:MessageID></soap:Header><soap:Body>");

        assertThat(door.post(Door.REQUESTS, addressed).body())
                .contains(":RelatesTo", ">urn:uuid:1<", "#AnmodEnDebitorkontoResponse<");
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
