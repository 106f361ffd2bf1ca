package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.outbox.Couriers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A municipality whose requests are carried out elsewhere, from request to answer, over SOAP with parties outside. */
@DemoUnderTest
class RouteStoryTest {

    private static final String REQUESTS = "golden/DebitorkontoAnmodningAfsend/";
    private static final String ANSWERS = "golden/DebitorkontoAnmodningSvarAfsend/";
    private static final String PEER_CVR = "77777777";

    private final Door door;
    private final List<String> passedOn = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final UUID caseSystem = UUID.randomUUID();
    private final UUID peer = UUID.randomUUID();
    private final HttpServer outside;
    private volatile @Nullable String says;

    @Autowired
    private Couriers couriers;

    @Autowired
    private JdbcTemplate jdbc;

    RouteStoryTest(@Value("${local.server.port}") int port) throws IOException {
        door = new Door(port);
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void open(@Autowired Import imports) throws Exception {
        outside.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/anmodning", passedOn);
        on("/svar", answered);
        outside.start();
        var address = "http://127.0.0.1:" + outside.getAddress().getPort();
        var document = """
            {"authorities": [{"cvr": "47474747", "name": "Andetsteds"}],
             "caseSystems": [{"id": "%s", "cvr": "88888888", "name": "Fagsystem", "authorities": ["47474747"], "callback": "%s/svar"}],
             "debtorSystems": [{"id": "%s", "cvr": "77777777", "name": "Peer", "endpoint": "%s/anmodning"}],
             "routes": [{"authority": "47474747", "debtorSystem": "%s"}]}\
            """.formatted(caseSystem, address, peer, address, peer);
        imports.run(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "route");
    }

    @AfterEach
    void close() {
        outside.stop(0);
    }

    private void on(String path, List<String> got) {
        outside.createContext(path, exchange -> {
            try (exchange) {
                got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var reply = says;
                if (reply == null) exchange.sendResponseHeaders(503, -1);
                else {
                    var bytes = reply.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
    }

    @Test
    void a_request_is_passed_on_and_its_answer_comes_back() throws Exception {
        var identification = UUID.randomUUID();
        says = receipt("udsat", identification);

        var receipt = door.post(Door.REQUESTS, request(identification)).body();

        assertThat(DemoReply.structure(receipt)).isEqualTo("HandlingUdsatTilSenereBehandlingStruktur");
        assertThat(passedOn).hasSize(1);
        var view = view(identification);
        assertThat(view.path("waitingFor").asString()).isEqualTo("PEER");
        assertThat(view.path("expected").asString()).isEqualTo("2026-03-09");
        assertThat(door.get("/api/v1/promises").body()).contains(identification.toString());
        waitUntilTold(identification);

        var answer = answer(identification);
        assertThat(DemoReply.structure(door.post(Door.ANSWERS, answer).body())).isEqualTo("AcceptStruktur");
        var again = door.post(Door.ANSWERS, answer).body();
        assertThat(DemoReply.structure(again)).isEqualTo("AcceptStruktur");
        assertThat(again).contains("ADV-01", "GENTAGET_KALD:");
        couriers.moved(new ClockMoved(DemoUnderTest.NOW));

        assertThat(answered).hasSize(1);
        Messages.isInSchema(answered.getFirst());
        assertThat(answered.getFirst())
                .contains("route-1", "HandlingGennemførtStruktur", "Svar med egne ord")
                .contains("ModtagerItSystemInstans>" + caseSystem)
                .doesNotContain("peers-own");
        assertThat(view(identification).path("outcome").asString()).isEqualTo("CARRIED_OUT");
    }

    @Test
    void a_repeat_is_answered_here_and_other_content_is_refused() {
        var identification = UUID.randomUUID();
        says = receipt("udsat", identification);
        door.post(Door.REQUESTS, request(identification));

        var again = door.post(Door.REQUESTS, request(identification)).body();
        var other = door.post(
                        Door.REQUESTS,
                        request(identification)
                                .replace(
                                        "<d:DebitorkontoIdentifikation>3d4b1f0a",
                                        "<d:DebitorkontoIdentifikation>3d4b1f0b"))
                .body();

        assertThat(again).contains("ADV-01", "HandlingUdsatTilSenereBehandlingStruktur");
        assertThat(other).contains("DKA-110");
        assertThat(passedOn).hasSize(1);
    }

    @Test
    void a_peer_that_is_down_leaves_nothing_behind_and_is_asked_again() {
        var identification = UUID.randomUUID();

        var fault = door.post(Door.REQUESTS, request(identification));

        assertThat(fault.statusCode()).isEqualTo(500);
        assertThat(fault.body()).contains("ReceiverUnavailable");
        assertThat(door.get("/api/v1/requests/" + identification).statusCode()).isEqualTo(404);

        says = receipt("gennemfoert", identification);
        assertThat(door.post(Door.REQUESTS, request(identification)).body()).contains("HandlingGennemførtStruktur");
        assertThat(passedOn).hasSize(2);
        assertThat(DemoReply.structure(
                        door.post(Door.ANSWERS, answer(identification)).body()))
                .isEqualTo("AfvisningStruktur");
        assertThat(door.post(Door.ANSWERS, answer(identification)).body()).contains("DKA-501");
    }

    @Test
    void an_answer_before_the_receipt_is_refused() {
        var identification = UUID.randomUUID();

        assertThat(door.post(Door.ANSWERS, answer(identification)).body()).contains("DKA-500");
        assertThat(door.post(
                                Door.ANSWERS,
                                answer(identification)
                                        .replace(
                                                peer.toString(),
                                                UUID.randomUUID().toString()))
                        .body())
                .contains("ServiceAgreementNotFound");
    }

    @Test
    void a_dry_run_is_not_passed_on() {
        var request = request(UUID.randomUUID())
                .replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing><p:Prøvekørsel"
                                + " xmlns:p=\"urn:debitorkonto:processing:1\"/></k:Processing></k:HovedOplysninger>");

        assertThat(door.post(Door.REQUESTS, request).body()).contains("CTX-05", "Prøvekørsel");
        assertThat(passedOn).isEmpty();
    }

    /** Though the case system that is answered is one of ours. */
    @Test
    void what_goes_to_others_takes_no_orders() {
        jdbc.update("update case_system set callback = '/testbench/case-system' where id = ?", caseSystem);
        var request = request(UUID.randomUUID())
                .replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing><p:Testmodpart xmlns:p=\"urn:debitorkonto:processing:1\">"
                                + "<p:Fejl>FØRKVITTERING</p:Fejl></p:Testmodpart></k:Processing></k:HovedOplysninger>");

        assertThat(door.post(Door.REQUESTS, request).body()).contains("CTX-05", "Testmodpart");
        assertThat(passedOn).isEmpty();
    }

    private void waitUntilTold(UUID identification) throws InterruptedException {
        // It is noted after the reply is written: the caller may be here before.
        for (var left = 200; left > 0; left--) {
            if (!jdbc.queryForList(
                            "select 1 from request where identification = ? and told_at is not null", identification)
                    .isEmpty()) return;
            Thread.sleep(50);
        }
    }

    private String request(UUID identification) {
        return """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="http://www.kombit.dk/2017/01/01/"><s:Body>
            <d:AnmodEnDebitorkonto_I xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">
            <k:HovedOplysninger><k:TransaktionsId>route-1</k:TransaktionsId><k:TransaktionsTid>%s</k:TransaktionsTid>
            <k:Rute><k:AfsenderOrganisation>88888888</k:AfsenderOrganisation><k:AfsenderItSystemInstans>%s</k:AfsenderItSystemInstans>
            <k:ModtagerOrganisation>47474747</k:ModtagerOrganisation><k:ModtagerItSystemInstans>%s</k:ModtagerItSystemInstans></k:Rute></k:HovedOplysninger>
            <d:DebitorkontoAnmodningIdentifikation>%s</d:DebitorkontoAnmodningIdentifikation>
            <d:DebitorkontoAnmodningHandlingType>5140e101-7359-56bc-a5da-1a730495dfa5</d:DebitorkontoAnmodningHandlingType>
            <d:DebitorkontoIdentifikation>3d4b1f0a-5c1e-4c39-9f0e-2a6d1b7c8e01</d:DebitorkontoIdentifikation>
            </d:AnmodEnDebitorkonto_I></s:Body></s:Envelope>\
            """.formatted("2026-03-02T09:15:00+01:00", caseSystem, peer, identification);
    }

    /** The golden receipt of that name, as one for the request; all of them are of its operation. */
    private static String receipt(String name, UUID identification) {
        return Door.resource(REQUESTS + name + "/reply.xml")
                .replaceAll("(DebitorkontoAnmodningIdentifikation>)[0-9a-f-]{36}", "$1" + identification);
    }

    private String answer(UUID identification) {
        return Door.resource(ANSWERS + "ikke-sendt-videre/request.xml")
                .replaceAll("(?s)<k:AuthorityContext>.*</k:AuthorityContext>", "")
                .replace("fagsystem-2026-000123", "peers-own")
                .replace(
                        "0e4b8a52-6d3f-4c17-a9b8-1f2e3d4c5b6a",
                        UUID.nameUUIDFromBytes(bytes(identification)).toString())
                .replace("33333333", PEER_CVR)
                .replace("c1a7e2d4-3f58-4b6a-9c0d-8e7f6a5b4c3d", peer.toString())
                .replace("25313763", "88888888")
                .replace("5b0f3c7d-98a4-4d1f-8e6b-7c2d1a9f4e10", caseSystem.toString())
                .replace("7a1d9c3e-2b4f-4e68-8d5c-9b0a1f2e3c4d", identification.toString())
                .replace(
                        "2f6e8d1c-4a3b-4958-b7c6-d5e4f3a2b1c0",
                        new UUID(identification.getMostSignificantBits(), 1).toString())
                .replace(
                        "<d:HandlingGennemførtStruktur>",
                        "<d:DebitorkontoAnmodningSvarTekst>Svar med egne"
                                + " ord</d:DebitorkontoAnmodningSvarTekst><d:HandlingGennemførtStruktur>");
    }

    private static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode view(UUID identification) {
        return JsonMapper.shared()
                .readTree(door.get("/api/v1/requests/" + identification).body());
    }
}
