package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.Mode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of requests that are put off, as their sender and a person of the collection function see it. */
@DemoUnderTest
class LaterStoryTest {

    private static final String PUT_OFF = "HandlingUdsatTilSenereBehandlingStruktur";
    private static final String FOUR_EYES = "ANMOD_AFSKRIVNING";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Door door;

    @Autowired
    private Import imports;

    LaterStoryTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    @Test
    void each_type_is_carried_out_later_as_it_was_shown_and_answered_and_undone() throws Exception {
        var parts = DemoCopy.into(imports, 'c').stream()
                .filter(part -> part.original() == null && DemoReply.mode(part) == Mode.LATER)
                // The clock stands still here; LaterClockTest waits for a date.
                .filter(part -> part.effectDate() == null)
                .toList();
        assertThat(parts).extracting(DemoCast.Part::code).contains("MODREGN", "FLYT_FORDRINGER", FOUR_EYES);
        for (var part : parts) isCarriedOutLater(part);
        for (var part : parts.reversed()) isCarriedOutLater(DemoCopy.undoing(part));
        assertThat(door.get("/api/v1/proof").body()).contains("\"holds\":true").doesNotContain("\"holds\":false");
    }

    private void isCarriedOutLater(DemoCast.Part part) throws Exception {
        var reply = door.post(Door.REQUESTS, DemoRequest.of(part, OffsetDateTime.now()));
        assertThat(DemoReply.structure(reply.body()))
                .as(reply.body())
                .isIn(PUT_OFF, DemoReply.WITH_RESULT, "HandlingGennemførtStruktur");
        var id = part.identification();
        var shown = effects(id);
        for (var n = 0; view(id).path("waitingFor").asString("").endsWith("PERSON"); n++)
            assertThat(say(id, "authorise", "person-" + n, "{\"comment\": \"set igennem\"}")
                            .statusCode())
                    .isEqualTo(200);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(outcome(id))
                        .as("%s: %s", part.name(), view(id))
                        .isEqualTo("CARRIED_OUT"));
        assertThat(effects(id)).as(part.name()).isEqualTo(shown);
        if (DemoReply.structure(reply.body()).equals(PUT_OFF)) isAnswered(part);
    }

    private void isAnswered(DemoCast.Part part) throws Exception {
        var id = part.identification();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(view(id).path("answer").asString())
                        .as("%s: %s", part.name(), view(id))
                        .isEqualTo("ACCEPTED"));
        var got = json(door.get("/api/v1/testbench/answers?request=" + id)).path("items");
        assertThat(got.size()).as(part.name()).isEqualTo(1);
        assertThat(got.path(0).path("times").asInt()).as(part.name()).isEqualTo(1);
        var message = got.path(0).path("message").asString();
        Messages.isInSchema(message);
        assertThat(message).contains("HandlingGennemført", id.toString());
    }

    @Test
    void four_eyes_are_those_of_two_persons() throws Exception {
        var id = sent('b', FOUR_EYES);
        var plan = view(id).path("plan");
        var body = "{\"comment\": \"set igennem\", \"fingerprint\": \"%s\"}"
                .formatted(plan.path("fingerprint").asString());

        assertThat(json(say(id, "authorise", "anna", body)).path("waitingFor").asString())
                .isEqualTo("SECOND_PERSON");
        assertThat(say(id, "authorise", "anna", body).statusCode()).isEqualTo(403);
        assertThat(say(id, "authorise", "bo", body).statusCode()).isEqualTo(200);
        Awaitility.await().atMost(SOON).until(() -> outcome(id).equals("CARRIED_OUT"));
        assertThat(view(id).path("answer").asString()).isNotEqualTo("NONE");
        var again = say(id, "authorise", "bo", body);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void another_plan_than_the_one_shown_is_not_authorised() throws Exception {
        var id = sent('8', "GIV_HENSTAND");

        var refused = say(id, "authorise", "anna", "{\"comment\": \"ja\", \"fingerprint\": \"en anden\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("plan")).isEqualTo(view(id).path("plan"));
        assertThat(view(id).path("waitingFor").asString()).isEqualTo("PERSON");
    }

    @Test
    void what_is_declined_is_answered_so() throws Exception {
        var id = sent('9', "GIV_HENSTAND");

        var declined = json(say(id, "decline", "anna", "{\"comment\": \"nej\"}"));

        assertThat(declined.path("outcome").asString()).isEqualTo("NOT_CARRIED_OUT");
        assertThat(declined.path("answerMessage").asString())
                .contains("HandlingEjGennemførtStruktur")
                .contains("DKA-412");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"comment\": \" \"}",
                "{\"comment\": 7}",
                "{\"comment\": \"x\", \"fingerprint\": 7}",
                "{\"comment\": \"x\", \"other\": 1}"
            })
    void a_comment_is_mandatory(String body) throws Exception {
        var id = sent('6', "GIV_HENSTAND");

        for (var word : List.of("authorise", "decline", "resume")) {
            var refused = say(id, word, "anna", body);
            assertThat(refused.statusCode()).as(word).isEqualTo(400);
            assertThat(json(refused).has("pointer")).isTrue();
        }
    }

    @Test
    void what_is_unknown_or_not_parked_is_not_resumed() throws Exception {
        var id = sent('6', "GIV_HENSTAND");

        assertThat(say(id, "resume", "anna", "{\"comment\": \"igen\"}").statusCode())
                .isEqualTo(409);
        assertThat(say(UUID.randomUUID(), "authorise", "anna", "{\"comment\": \"ja\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    /** The request of that copy, deferred; sent once. */
    private UUID sent(char copy, String code) throws Exception {
        var part = DemoCopy.into(imports, copy).stream()
                .filter(each -> each.code().equals(code) && each.original() == null)
                .findFirst()
                .orElseThrow();
        var reply = door.post(Door.REQUESTS, DemoRequest.of(part, OffsetDateTime.now()));
        assertThat(DemoReply.structure(reply.body())).as(reply.body()).isEqualTo(PUT_OFF);
        return part.identification();
    }

    private HttpResponse<String> say(UUID request, String word, String person, String body) {
        return door.send(HttpRequest.newBuilder(door.at("/api/v1/requests/" + request + "/" + word))
                .header("Content-Type", "application/json")
                .header("Debitorkonto-Person", person)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private JsonNode view(UUID request) {
        return json(door.get("/api/v1/requests/" + request));
    }

    private String outcome(UUID request) {
        return view(request).path("outcome").asString();
    }

    private JsonNode effects(UUID request) {
        return json(door.get("/api/v1/requests/" + request + "/effects")).path("items");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
