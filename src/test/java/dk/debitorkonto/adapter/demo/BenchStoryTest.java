package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.Variant;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated debtor system, as a case system meets it by a route: each behaviour that a request may want of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "debitorkonto.demo-data=true")
@ContextConfiguration(initializers = DemoUnderTest.OwnFolder.class)
class BenchStoryTest {

    private static final String PUT_OFF = "HandlingUdsatTilSenereBehandlingStruktur";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Door door;

    BenchStoryTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    /** The last answers with HandlingGennemført without being told how to behave. */
    @ParameterizedTest
    @EnumSource
    void puts_off_and_answers_in_each_variant(Variant variant) throws Exception {
        var part = part(variant);

        var receipt = door.post(Door.REQUESTS, of(part, "")).body();

        Messages.isInSchema(receipt);
        assertThat(DemoReply.structure(receipt)).as(receipt).isEqualTo(PUT_OFF);
        assertThat(view(part.identification()).path("waitingFor").asString()).isEqualTo("PEER");
        var answer = answered(part.identification());
        Messages.isInSchema(answer);
        assertThat(answer)
                .contains("HandlingGennemførtStruktur", "Fra det simulerede debitorsystem")
                .contains("TransaktionsId>demo-" + part.identification());
        assertThat(view(part.identification()).path("outcome").asString()).isEqualTo("CARRIED_OUT");
        assertThat(sent(part.identification()).size()).isEqualTo(1);
    }

    @Test
    void rejects_with_the_element() throws Exception {
        var part = part();

        var receipt =
                door.post(Door.REQUESTS, of(part, "<p:Udfald>AFVIS</p:Udfald>")).body();

        Messages.isInSchema(receipt);
        assertThat(DemoReply.structure(receipt)).isEqualTo("AfvisningStruktur");
        assertThat(receipt)
                .contains("DKA-200", "ElementNavn>DebitorkontoIdentifikation<", "ElementVærdi>" + part.account());
        assertThat(view(part.identification()).path("answer").asString()).isEqualTo("NONE");
    }

    @Test
    void answers_no_after_a_week_that_takes_a_second() {
        var part = part();
        var wish = "<p:Udfald>AFVIS</p:Udfald><p:Forsinkelse>P7D</p:Forsinkelse>";

        var receipt = door.post(Door.REQUESTS, of(part, wish)).body();

        assertThat(DemoReply.structure(receipt)).isEqualTo(PUT_OFF);
        assertThat(promise(part.identification()).path("tries").asInt()).isZero();
        advance("P6D");
        assertThat(view(part.identification()).path("outcome").asString()).isEqualTo("DEFERRED");
        advance("P2D");
        assertThat(answered(part.identification())).contains("HandlingEjGennemførtStruktur", "DKA-412");
        assertThat(view(part.identification()).path("outcome").asString()).isEqualTo("NOT_CARRIED_OUT");
    }

    @Test
    void answers_again_and_again_and_the_case_system_gets_it_once() {
        var part = part();

        door.post(Door.REQUESTS, of(part, "<p:Gentag>2</p:Gentag>"));

        answered(part.identification());
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(sent(part.identification()).size()).isEqualTo(3));
        var sent = sent(part.identification());
        assertThat(sent.path(0).path("reply").asString())
                .contains("AcceptStruktur")
                .doesNotContain("ADV-01");
        for (var again : List.of(1, 2))
            assertThat(sent.path(again).path("reply").asString()).contains("AcceptStruktur", "ADV-01");
        assertThat(got(part.identification()).path(0).path("times").asInt()).isEqualTo(1);
    }

    @Test
    void answers_before_the_receipt_and_is_refused_and_then_in_time() {
        var part = part();

        var receipt = door.post(Door.REQUESTS, of(part, "<p:Fejl>FØRKVITTERING</p:Fejl>"))
                .body();

        assertThat(DemoReply.structure(receipt)).isEqualTo(PUT_OFF);
        assertThat(sent(part.identification()).path(0).path("accepted").asBoolean())
                .isFalse();
        assertThat(sent(part.identification()).path(0).path("reply").asString()).contains("DKA-500");
        answered(part.identification());
        assertThat(view(part.identification()).path("outcome").asString()).isEqualTo("CARRIED_OUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP500", "UGYLDIGXML", "FORKERTSIGNATUR"})
    void gives_no_receipt_as_often_as_is_wanted(String mistake) {
        var part = part();
        var wish = "<p:Gentag>1</p:Gentag><p:Fejl>" + mistake + "</p:Fejl>";

        isUnavailable(door.post(Door.REQUESTS, of(part, wish)));

        assertThat(door.get("/api/v1/requests/" + part.identification()).statusCode())
                .isEqualTo(404);
        assertThat(promise(part.identification()).path("answer").isNull()).isTrue();
        assertThat(DemoReply.structure(door.post(Door.REQUESTS, of(part, wish)).body()))
                .isEqualTo(PUT_OFF);
        answered(part.identification());
    }

    /** Half a minute, both at once. */
    @Test
    void is_silent_or_slow_until_nobody_waits_any_more() throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> replies = List.of(
                    callers.submit(() -> door.post(Door.REQUESTS, of(part(), "<p:Fejl>TIMEOUT</p:Fejl>"))),
                    callers.submit(() -> door.post(Door.REQUESTS, of(part(), "<p:Fejl>LANGSOM</p:Fejl>"))));
            for (var reply : replies) isUnavailable(reply.get());
        }
    }

    @Test
    void a_repeat_gets_the_receipt_again() {
        var part = part();
        door.post(Door.REQUESTS, of(part, "<p:Forsinkelse>P90D</p:Forsinkelse>"));

        var again = door.post(Door.REQUESTS, of(part, "")).body();

        assertThat(again).contains(PUT_OFF, "ADV-01");
        assertThat(promise(part.identification()).path("times").asInt()).isEqualTo(1);
    }

    @Test
    void the_simulated_case_system_is_not_the_one_that_is_told() {
        var part = part();
        door.post(Door.REQUESTS, of(part, "<p:Udfald>AFVIS</p:Udfald><p:Forsinkelse>PT1S</p:Forsinkelse>"));

        answered(part.identification());
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(
                                view(part.identification()).path("answer").asString())
                        .isEqualTo("ACCEPTED"));
    }

    @Test
    void is_deaf_to_what_is_no_request_and_to_what_no_route_leads_to_it() {
        assertThat(door.post("/testbench/debtor-system", "<x/>").body()).contains("SchemaValidationFailed");
        assertThat(door.post("/testbench/debtor-system", DemoRequest.of(part(), OffsetDateTime.now()))
                        .body())
                .contains("RouteNotFound");
    }

    private void isUnavailable(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(500);
        assertThat(reply.body()).contains("ReceiverUnavailable");
    }

    private static DemoCast.Part part() {
        return part(Variant.CLAIMS);
    }

    /** A request of that variant, never sent before. */
    private static DemoCast.Part part(Variant variant) {
        return DemoCast.parts().stream()
                .filter(each -> each.variant() == variant && each.original() == null)
                .findFirst()
                .orElseThrow()
                .identifiedBy(UUID.randomUUID());
    }

    /** The request, of the municipality whose requests are passed on. */
    private static String of(DemoCast.Part part, String wish) {
        var message = DemoRequest.of(part, OffsetDateTime.now())
                .replace("Organisation>" + DemoCast.MUNICIPALITY, "Organisation>" + DemoSystems.SYDHAVN);
        return wish.isEmpty()
                ? message
                : message.replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing><p:Testmodpart xmlns:p=\"urn:debitorkonto:processing:1\">" + wish
                                + "</p:Testmodpart></k:Processing></k:HovedOplysninger>");
    }

    /** The answer as it reached the simulated case system. */
    private String answered(UUID identification) {
        Awaitility.await().atMost(SOON).until(() -> !got(identification).isEmpty());
        return got(identification).path(0).path("message").asString();
    }

    private JsonNode got(UUID identification) {
        return json("/api/v1/testbench/answers?request=" + identification).path("items");
    }

    private JsonNode promise(UUID identification) {
        return json("/api/v1/testbench/requests?request=" + identification)
                .path("items")
                .path(0)
                .path("promise");
    }

    private JsonNode sent(UUID identification) {
        return json("/api/v1/testbench/requests?request=" + identification)
                .path("items")
                .path(0)
                .path("sent");
    }

    private JsonNode view(UUID identification) {
        return json("/api/v1/requests/" + identification);
    }

    private void advance(String by) {
        var reply = door.send(HttpRequest.newBuilder(door.at("/api/v1/clock"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"advance\": \"" + by + "\"}", StandardCharsets.UTF_8)));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(door.get(path).body());
    }
}
