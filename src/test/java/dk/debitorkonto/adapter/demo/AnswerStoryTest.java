package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.soap.Counterpart.Behaviour;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.handling.AnyRequest;
import dk.debitorkonto.handling.LateAnswer;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.outbox.Couriers;
import dk.debitorkonto.outbox.Message;
import dk.debitorkonto.outbox.Outbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an answer reaches the simulated case system, and what REST tells of it. */
@DemoUnderTest
class AnswerStoryTest {

    private static final Sender SIMULATED = new Sender(DemoCast.CASE_SYSTEM_CVR, DemoCast.CASE_SYSTEM);
    /** The one case system of the demo that has no address. */
    private static final Sender SILENT = new Sender(DemoCast.CASE_SYSTEM_CVR, DemoCast.id(0, 2));

    private final Door door;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Couriers couriers;

    @Autowired
    private LateAnswer.Writer writer;

    @Autowired
    private Counterpart counterpart;

    AnswerStoryTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    @Test
    void an_answer_reaches_the_case_system_once() throws Exception {
        var request = answered(SIMULATED);

        deliver();

        var view = view(request);
        assertThat(view.path("answer").asString()).isEqualTo("ACCEPTED");
        assertThat(view.path("answerMessage").asString()).contains("AfsendDebitorkontoAnmodningSvar_I");
        assertThat(view.path("tries").size()).isEqualTo(1);
        assertThat(view.path("tries").path(0).path("httpStatus").asInt()).isEqualTo(200);
        assertThat(view.path("tries").path(0).path("result").asString()).isEqualTo("ACCEPTED");
        assertThat(view.path("tries").path(0).path("url").asString())
                .isEqualTo(door.at("/testbench/case-system").toString());
        var got = got(request);
        assertThat(got.size()).isEqualTo(1);
        assertThat(got.path(0).path("times").asInt()).isEqualTo(1);
        assertThat(got.path(0).path("message").asString())
                .isEqualTo(view.path("answerMessage").asString());
        Messages.isInSchema(got.path(0).path("message").asString());
    }

    @Test
    void a_rejected_answer_is_sent_again_by_a_person_with_a_comment() throws Exception {
        var request = answered(SIMULATED, new Behaviour(true, Duration.ZERO, null, null));
        deliver();
        assertThat(view(request).path("answer").asString()).isEqualTo("REJECTED");

        var resent = resend(request, "{\"comment\": \"rettet hos modtageren\"}");

        assertThat(resent.statusCode()).isEqualTo(200);
        assertThat(json(resent).path("answer").asString()).isEqualTo("PENDING");
        deliver();
        assertThat(view(request).path("tries").size()).isEqualTo(2);
        assertThat(got(request).path(0).path("times").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"comment\": \"\"}", "{\"comment\": 7}", "{\"comment\": \"x\", \"andet\": 1}"})
    void a_resend_needs_a_comment(String body) throws Exception {
        var request = answered(SILENT);

        assertThat(resend(request, body).statusCode()).isEqualTo(400);
    }

    @Test
    void what_is_accepted_is_not_resent_and_what_is_unknown_neither() throws Exception {
        var request = answered(SIMULATED);
        deliver();

        assertThat(resend(request, "{\"comment\": \"igen\"}").statusCode()).isEqualTo(409);
        assertThat(resend(UUID.randomUUID(), "{\"comment\": \"igen\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_answer_without_an_address_is_an_alarm() {
        var request = answered(SILENT);

        assertThat(view(request).path("answer").asString()).isEqualTo("PARKED");
        assertThat(door.get("/api/v1/alarms").body()).contains(request.toString(), "har ingen adresse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_500", "INVALID_XML", "WRONG_SIGNATURE"})
    void a_mistake_fails_the_try_as_often_as_it_is_wanted(String mistake) throws Exception {
        var request = answered(SIMULATED, new Behaviour(false, Duration.ZERO, 1, Mistake.valueOf(mistake)));
        deliver();
        assertThat(view(request).path("answer").asString()).isEqualTo("SENT");
        assertThat(view(request).path("tries").path(0).path("result").asString())
                .isEqualTo("FAILED");
        assertThat(view(request).path("tries").path(0).path("cameBack").asString())
                .isNotEmpty();

        // As if its wait were over.
        jdbc.update("update message set due_at = since where state = 'SENT'");
        deliver();

        assertThat(view(request).path("answer").asString()).isEqualTo("ACCEPTED");
        assertThat(got(request).path(0).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void a_request_tells_the_simulated_party_how_to_behave() {
        var part = part('7').identifiedBy(UUID.randomUUID());
        var message = withCounterpart(part, "<p:Testmodpart><p:Fejl>HTTP500</p:Fejl></p:Testmodpart>");

        door.post(Door.REQUESTS, message);

        assertThat(jdbc.queryForList(
                        "select mistake from counterpart_behaviour where identification = ?",
                        String.class,
                        part.identification()))
                .containsExactly("HTTP_500");
    }

    @Test
    void nobody_else_is_told() {
        var part = part('7').identifiedBy(UUID.randomUUID());
        var message = withCounterpart(part, "<p:Testmodpart/>")
                .replace(DemoCast.CASE_SYSTEM.toString(), SILENT.instance().toString());

        var reply = door.post(Door.REQUESTS, message);

        assertThat(reply.body()).contains("CTX-05");
        assertThat(jdbc.queryForList(
                        "select mistake from counterpart_behaviour where identification = ?", part.identification()))
                .isEmpty();
    }

    @Test
    void a_written_receipt_of_a_deferred_request_is_noted(@Autowired Import imports) throws Exception {
        var part = DemoCopy.into(imports, '7').stream()
                .filter(each -> each.code().equals("GIV_HENSTAND"))
                .findFirst()
                .orElseThrow();

        var reply = door.post(Door.REQUESTS, DemoRequest.of(part, OffsetDateTime.now()));

        assertThat(DemoReply.structure(reply.body())).isEqualTo("HandlingUdsatTilSenereBehandlingStruktur");
        // It is noted after the reply is written: the caller may be here before.
        for (var left = 200; left > 0 && !isTold(part.identification()); left--) Thread.sleep(50);
        assertThat(isTold(part.identification())).isTrue();
    }

    private boolean isTold(UUID identification) {
        return !jdbc.queryForList(
                        "select 1 from request where identification = ? and told_at is not null", identification)
                .isEmpty();
    }

    private static DemoCast.Part part(char copy) {
        return DemoCopy.parts(copy).stream()
                .filter(each -> each.code().equals("NEDREGULER_FORDRING"))
                .findFirst()
                .orElseThrow();
    }

    private static String withCounterpart(DemoCast.Part part, String instruction) {
        return DemoRequest.of(part, OffsetDateTime.now())
                .replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing xmlns:p=\"urn:debitorkonto:processing:1\">" + instruction
                                + "</k:Processing></k:HovedOplysninger>");
    }

    private UUID answered(Sender sender) {
        return answered(sender, Behaviour.GOOD);
    }

    /** A request that was deferred, told so, and is decided now, by its identification. */
    private UUID answered(Sender sender, Behaviour behaviour) {
        var id = UUID.randomUUID();
        var now = DemoUnderTest.NOW.atOffset(ZoneOffset.UTC);
        jdbc.update("""
            insert into request (id, authority, sender_cvr, case_system, identification, transaction_id, received_at,
                                 handling_type, variant, account, content, outcome, persons, answer, told_at)
            values (?, ?, ?, ?, ?, 'story', ?, 'TEST', 'E', ?, '', 'CARRIED_OUT', 0, 'NONE', ?)
            """, id, DemoCast.MUNICIPALITY, sender.cvr(), sender.instance(), id, now, id, now);
        counterpart.behaves(sender, DemoCast.MUNICIPALITY, id, behaviour);
        var answer = new LateAnswer(
                UUID.randomUUID(),
                AnyRequest.identifiedBy(id),
                sender,
                DemoCast.MUNICIPALITY,
                "story",
                new Outcome.CarriedOut(null, List.of()),
                DemoUnderTest.NOW);
        outbox.put(new Message(
                answer.id(),
                DemoCast.MUNICIPALITY,
                id,
                sender.instance(),
                writer.write(answer),
                DemoUnderTest.NOW,
                DemoUnderTest.NOW));
        return id;
    }

    private void deliver() throws InterruptedException {
        couriers.moved(new ClockMoved(DemoUnderTest.NOW));
    }

    private JsonNode view(UUID request) {
        return json(door.get("/api/v1/requests/" + request));
    }

    private JsonNode got(UUID request) {
        return json(door.get("/api/v1/testbench/answers?request=" + request)).path("items");
    }

    private HttpResponse<String> resend(UUID request, String body) {
        return door.send(HttpRequest.newBuilder(door.at("/api/v1/requests/" + request + "/resend"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
