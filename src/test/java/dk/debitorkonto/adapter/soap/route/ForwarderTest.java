package dk.debitorkonto.adapter.soap.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.DoorUnderTest;
import dk.debitorkonto.adapter.soap.Exchange;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.handling.DebtorSystem;
import dk.debitorkonto.handling.PeerReceipt;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xmlunit.assertj3.XmlAssert;

/** What is passed on, what counts as a receipt for it, and that nothing else does, with debtor systems that misbehave. */
@DoorUnderTest
class ForwarderTest {

    private static final String REQUESTS = "golden/DebitorkontoAnmodningAfsend/";

    private record Got(String action, String body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final List<PeerReceipt> kept = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Pen pen;
    private final HttpServer server;
    private final String url;
    private Duration patience = Duration.ofSeconds(20);

    ForwarderTest(@Autowired Pen pen) throws IOException {
        this.pen = pen;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/anmodning";
    }

    @BeforeEach
    void open() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gennemfoert", "gennemfoert-soap12", "afvisning"})
    void passes_the_body_on_as_it_came(String name) {
        var request = Door.resource(REQUESTS + name + "/request.xml");
        replies(200, "");

        assertThatThrownBy(() -> pass(request)).isInstanceOf(BrokenContract.class);

        XmlAssert.assertThat(Messages.content(Messages.parsed(got.getFirst().body())))
                .and(Messages.content(Messages.parsed(request)))
                .areIdentical();
        assertThat(got.getFirst().body()).contains("http://schemas.xmlsoap.org/soap/envelope/");
        assertThat(got.getFirst().action())
                .isEqualTo("\"http://www.kombit.dk/2017/01/01/DebitorkontoAnmodningAfsendService_1#"
                        + operation(request) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "gennemfoert, CARRIED_OUT",
        "afvisning, REJECTED",
        "ej-gennemfoert, NOT_CARRIED_OUT",
        "accept-uden-handling-status, ACCEPTED_WITHOUT_STATUS",
        "gennemfoert-med-resultat, CARRIED_OUT",
        "udsat, DEFERRED"
    })
    void hands_back_and_keeps_each_outcome(String name, PeerReceipt.How how) throws Exception {
        var reply = Door.resource(REQUESTS + name + "/reply.xml");
        replies(200, reply);

        var passedOn = (Reply.PassedOn) pass(Door.resource(REQUESTS + name + "/request.xml"));

        XmlAssert.assertThat(passedOn.receipt())
                .and(Messages.content(Messages.parsed(reply)))
                .normalizeWhitespace()
                .areSimilar();
        assertThat(kept).extracting(PeerReceipt::how).containsExactly(how);
        assertThat(kept.getFirst().expected())
                .isEqualTo(how == PeerReceipt.How.DEFERRED ? LocalDate.of(2026, 3, 9) : null);
    }

    @Test
    void that_the_identification_is_in_use_is_not_kept() {
        replies(200, Door.resource(REQUESTS + "andet-indhold/reply.xml"));

        assertThat(pass(Door.resource(REQUESTS + "andet-indhold/request.xml"))).isInstanceOf(Reply.PassedOn.class);
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "garbage",
                "html",
                "fault",
                "error in the head",
                "another request",
                "another operation",
                "not in the schema",
                "cut",
                "entities"
            })
    void nothing_else_in_a_200_is_a_receipt(String what) {
        var receipt = Door.resource(REQUESTS + "gennemfoert/reply.xml");
        replies(
                200,
                switch (what) {
                    case "nothing" -> "";
                    case "garbage" -> "\0\u0001{}";
                    case "html" -> "<html><body>OK</body></html>";
                    case "fault" -> Door.resource(REQUESTS + "fault-aftale/reply.xml");
                    case "error in the head" -> Door.resource(REQUESTS + "fejl-ctx-01/reply.xml");
                    case "another request" -> receipt.replaceAll("(Identifikation>)[0-9a-f]{8}", "$100000000");
                    case "another operation" -> receipt.replace("AnmodEnDebitorkonto_O", "AnmodMellemFordringer_O");
                    case "not in the schema" -> receipt.replace("BehandlingDatoTid", "Andet");
                    case "cut" -> receipt.substring(0, receipt.length() - 30);
                    default -> receipt.replaceFirst("(<\\?xml.*?>)?", "<!DOCTYPE s [<!ENTITY e 'x'>]>");
                });

        isUnavailable(url);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 302, 404, 500, 503})
    void a_receipt_under_another_status_is_none(int status) {
        replies(status, Door.resource(REQUESTS + "gennemfoert/reply.xml"));

        isUnavailable(url);
    }

    @Test
    void who_says_nothing_is_not_waited_for() {
        patience = Duration.ofMillis(300);
        on(exchange -> waits());

        isUnavailable(url);
    }

    @Test
    void who_sends_byte_by_byte_is_not_waited_for_either() {
        patience = Duration.ofMillis(500);
        on(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            waits();
        });

        isUnavailable(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/anmodning", "anmodning", "", "ftp://127.0.0.1/", "http://["})
    void an_endpoint_where_nobody_is_has_no_receipt(String endpoint) {
        isUnavailable(endpoint);
    }

    @Test
    void an_instruction_for_a_simulated_party_goes_to_nobody_outside() {
        var request = Door.resource(REQUESTS + "gennemfoert/request.xml")
                .replace(
                        "</k:HovedOplysninger>",
                        "<k:Processing><p:Testmodpart"
                                + " xmlns:p=\"urn:debitorkonto:processing:1\"/></k:Processing></k:HovedOplysninger>");

        assertThat(pass(request)).isEqualTo(new Reply.HeaderRefused("CTX-05", "Testmodpart"));
        assertThat(got).isEmpty();
    }

    private void isUnavailable(String endpoint) {
        assertThatThrownBy(() -> pass(Door.resource(REQUESTS + "gennemfoert/request.xml"), endpoint))
                .isInstanceOfSatisfying(
                        BrokenContract.class,
                        broken -> assertThat(broken.code()).isEqualTo("ReceiverUnavailable"));
        assertThat(kept).isEmpty();
    }

    private Reply pass(String request) {
        return pass(request, url);
    }

    /** As the gate would have it passed on. */
    private Reply pass(String request, String endpoint) {
        var call = new Call(Contract.REQUEST, DoorUnderTest.NOW);
        call.hasRead(new Call.Message(operation(request), request, "", null));
        var on = new Reply.PassOn(new DebtorSystem(new UUID(7, 7), endpoint), DoorUnderTest.NOW);
        var reply = new AtomicReference<Reply>();
        try (var forwarder =
                new Forwarder(this::keep, pen.xml(), new Exchange(patience, 1 << 20), UnaryOperator.identity())) {
            call.work(() -> {
                reply.set(forwarder.pass(Asked.by(request), on));
                return null;
            });
        }
        return java.util.Objects.requireNonNull(reply.get());
    }

    private Reply keep(Submission asked, Reply.PassOn on, PeerReceipt receipt) {
        kept.add(receipt);
        return new Reply.PassedOn(receipt.text(), receipt.promises());
    }

    private static String operation(String request) {
        return Messages.content(Messages.parsed(request)).getLocalName().replace("_I", "");
    }

    private void replies(int status, String body) {
        on(exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        });
    }

    @FunctionalInterface
    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(Handler handler) {
        server.createContext("/anmodning", exchange -> {
            try (exchange) {
                got.add(new Got(
                        exchange.getRequestHeaders().getFirst("SOAPAction"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                handler.handle(exchange);
            }
        });
    }

    private void waits() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
