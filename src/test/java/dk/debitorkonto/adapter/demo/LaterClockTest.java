package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.Debitorkonto;
import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.handling.Mode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weeks of waiting, with the demo's clock: what fell due is done when it answers. */
@SpringBootTest(
        classes = {Debitorkonto.class, LaterClockTest.ClockInHand.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "debitorkonto.demo-data=true")
@ContextConfiguration(initializers = DemoUnderTest.OwnFolder.class)
class LaterClockTest {

    /** Not a @Configuration, which other tests of the whole application would find. */
    static class ClockInHand {
        @Bean
        @Primary
        MovableClock inHand() {
            return new MovableClock(Clock.fixed(DemoUnderTest.NOW, ZoneId.of("Europe/Copenhagen")), Duration.ZERO);
        }
    }

    private final Door door;

    @Autowired
    private Import imports;

    @Autowired
    private JdbcTemplate jdbc;

    LaterClockTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    @Test
    void what_waits_is_done_in_one_jump_of_the_clock_and_its_promise_is_kept() throws Exception {
        var waits = sent('1', true, null);
        assertThat(view(waits).path("waitingFor").asString()).isEqualTo("PERSON");
        say(waits, "authorise", "anna");
        if (view(waits).path("waitingFor").asString().equals("SECOND_PERSON")) say(waits, "authorise", "bo");
        assertThat(view(waits).path("waitingFor").asString()).isEqualTo("DATE");
        var overdue = sent('2', false, "2026-11-26");
        assertThat(promise(overdue).path("state").asString()).isEqualTo("DUE");

        advance("P30D");

        assertThat(view(waits).path("outcome").asString()).isEqualTo("CARRIED_OUT");
        assertThat(view(overdue).path("outcome").asString()).isEqualTo("NOT_CARRIED_OUT");
        assertThat(view(overdue).path("answerMessage").asString()).contains("DKA-414");
        assertThat(view(waits).path("answer").asString()).isEqualTo("ACCEPTED");
        assertThat(promise(waits).path("state").asString()).isEqualTo("KEPT");
        assertThat(door.get("/api/v1/proof").body()).doesNotContain("\"holds\":false");
    }

    @Test
    void what_was_parked_is_an_alarm_until_it_is_resumed() throws Exception {
        var id = sent('3', true, null);
        // As five tries that failed leave it.
        jdbc.update("update request set waiting_for = 'DATE', persons = 0 where identification = ?", id);
        jdbc.update(
                "insert into parked_work (duty, subject, parked_at, tries, failure) select 'carry-out', id,"
                        + " current_timestamp, 5, 'x' from request where identification = ?",
                id);
        assertThat(door.get("/api/v1/alarms").body()).contains("TASK_PARKED").contains(id.toString());

        assertThat(say(id, "resume", "anna").statusCode()).isEqualTo(200);
        advance("P60D");

        assertThat(door.get("/api/v1/alarms").body()).doesNotContain("TASK_PARKED");
        assertThat(view(id).path("outcome").asString()).isEqualTo("CARRIED_OUT");
    }

    /** A request that is put off: with an effect date in the future, or one that is answered by a date. */
    private UUID sent(char copy, boolean dated, @Nullable String answerBy) throws Exception {
        var part = DemoCopy.into(imports, copy).stream()
                .filter(each -> each.original() == null
                        && DemoReply.mode(each) == Mode.LATER
                        && (each.effectDate() != null) == dated)
                .filter(each -> each.code().equals(dated ? "EJERSKIFTE" : "GIV_HENSTAND"))
                .findFirst()
                .orElseThrow();
        var message = DemoRequest.of(part, OffsetDateTime.now());
        if (answerBy != null)
            message = message.replaceFirst(
                    "(<(\\w+:)?DebitorkontoAnmodningÅrsag>[^<]*</(\\w+:)?DebitorkontoAnmodningÅrsag>)",
                    "$1<$2DebitorkontoAnmodningSvarSenestDato>" + answerBy
                            + "</$2DebitorkontoAnmodningSvarSenestDato>");
        var reply = door.post(Door.REQUESTS, message);
        assertThat(DemoReply.structure(reply.body()))
                .as(reply.body())
                .isEqualTo("HandlingUdsatTilSenereBehandlingStruktur");
        return part.identification();
    }

    private void advance(String by) {
        var answer = post("/api/v1/clock", "anna", "{\"advance\": \"" + by + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> say(UUID request, String word, String person) {
        return post("/api/v1/requests/" + request + "/" + word, person, "{\"comment\": \"set igennem\"}");
    }

    private HttpResponse<String> post(String path, String person, String body) {
        return door.send(HttpRequest.newBuilder(door.at(path))
                .header("Content-Type", "application/json")
                .header("Debitorkonto-Person", person)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private JsonNode view(UUID request) {
        return json(door.get("/api/v1/requests/" + request));
    }

    private JsonNode promise(UUID request) {
        return StreamSupport.stream(
                        json(door.get("/api/v1/promises")).path("items").spliterator(), false)
                .filter(each -> each.path("identification").asString().equals(request.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
