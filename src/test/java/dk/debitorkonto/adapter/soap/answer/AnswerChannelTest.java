package dk.debitorkonto.adapter.soap.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.adapter.soap.DoorUnderTest;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.outbox.Attempt;
import dk.debitorkonto.outbox.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What counts as a receipt for an answer, and that nothing else does, over HTTP with receivers that misbehave. */
@DoorUnderTest
class AnswerChannelTest {

    private static final UUID ANSWER = UUID.fromString("5e6f7a8b-9c0d-4e1f-a2b3-c4d5e6f7a8b9");
    private static final String ENVELOPE = """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>%s</s:Body></s:Envelope>\
        """;
    private static final String RECEIPT = ENVELOPE.formatted("""
        <d:AfsendDebitorkontoAnmodningSvar_O xmlns:d="http://www.kombit.dk/2017/01/01/" xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">
        <k:HovedOplysningerSvar><k:TransaktionsId>t</k:TransaktionsId><k:TransaktionsTid>2026-03-02T09:15:01+01:00</k:TransaktionsTid></k:HovedOplysningerSvar>
        <d:DebitorkontoAnmodningSvarIdentifikation>%s</d:DebitorkontoAnmodningSvarIdentifikation>
        <d:BehandlingDatoTid>2026-03-02T09:15:01+01:00</d:BehandlingDatoTid>%%s
        </d:AfsendDebitorkontoAnmodningSvar_O>\
        """.formatted(ANSWER));
    private static final String ACCEPT = RECEIPT.formatted(
            "<d:AcceptStruktur><d:AccepteretUdenBemærkninger>true</d:AccepteretUdenBemærkninger></d:AcceptStruktur>");
    private static final String REJECT = RECEIPT.formatted("""
        <d:AfvisningStruktur><d:FejlListe><d:ResultatÅrsagStruktur>
        <d:ÅrsagIdentifikation>5e6f7a8b-9c0d-4e1f-a2b3-c4d5e6f7a8b9</d:ÅrsagIdentifikation>
        </d:ResultatÅrsagStruktur></d:FejlListe></d:AfvisningStruktur>\
        """);
    private static final String ERROR = ENVELOPE.formatted("""
        <d:AfsendDebitorkontoAnmodningSvar_O xmlns:d="http://www.kombit.dk/2017/01/01/" xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">
        <k:HovedOplysningerSvar><k:TransaktionsId>t</k:TransaktionsId><k:TransaktionsTid>2026-03-02T09:15:01+01:00</k:TransaktionsTid>
        <k:SvarReaktion><k:Fejl><k:FejlId>CTX-02</k:FejlId><k:FejlTekst>Nej</k:FejlTekst></k:Fejl></k:SvarReaktion></k:HovedOplysningerSvar>
        </d:AfsendDebitorkontoAnmodningSvar_O>\
        """);
    private static final String FAULT = ENVELOPE.formatted(
            "<s:Fault><faultcode>s:Server</faultcode><faultstring>InternalError</faultstring></s:Fault>");

    private record Got(String method, String type, String action, String body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AnswerReceipts receipts;
    private HttpServer server;
    private AnswerChannel channel;
    private String url;

    AnswerChannelTest(@Autowired Pen pen) throws IOException {
        receipts = new AnswerReceipts(pen.xml());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/svar";
        channel = new AnswerChannel(receipts, UnaryOperator.identity(), Duration.ofSeconds(20));
    }

    @BeforeEach
    void open() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        channel.close();
        server.stop(0);
    }

    @Test
    void sends_the_very_words_as_soap() throws Exception {
        replies(200, ACCEPT);

        var response = channel.send(url, ANSWER, "<æøå/>");

        assertThat(response.result()).isEqualTo(Attempt.Result.ACCEPTED);
        assertThat(response.httpStatus()).isEqualTo(200);
        assertThat(response.url()).isEqualTo(url);
        assertThat(response.cameBack()).isEqualTo(ACCEPT);
        assertThat(got)
                .containsExactly(new Got(
                        "POST",
                        "text/xml; charset=utf-8",
                        "\"http://www.kombit.dk/2017/01/01/DebitorkontoAnmodningSvarAfsendService_1#AfsendDebitorkontoAnmodningSvar\"",
                        "<æøå/>"));
    }

    @Test
    void a_rejection_counts() throws Exception {
        replies(200, REJECT);

        assertThat(send().result()).isEqualTo(Attempt.Result.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "nothing",
                "html",
                "fault",
                "error in the head",
                "another answer",
                "not in the schema",
                "cut",
                "entities",
                "two receipts",
                "too large"
            })
    void nothing_else_in_a_200_does(String what) throws Exception {
        replies(
                200,
                switch (what) {
                    case "garbage" -> "\0\u0001{}";
                    case "nothing" -> "";
                    case "html" -> "<html><body>OK</body></html>";
                    case "fault" -> FAULT;
                    case "error in the head" -> ERROR;
                    case "another answer" ->
                        ACCEPT.replace(ANSWER.toString(), UUID.randomUUID().toString());
                    case "not in the schema" -> ACCEPT.replace("d:BehandlingDatoTid", "d:Andet");
                    case "cut" -> ACCEPT.substring(0, ACCEPT.length() - 20);
                    case "entities" -> "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + ACCEPT;
                    case "two receipts" -> ACCEPT.replaceAll("(?s)<d:Afsend.*_O>", "$0$0");
                    default -> ACCEPT + " ".repeat(AnswerChannel.MOST_BYTES);
                });

        var response = send();

        assertThat(response.result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(response.httpStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204, 400, 404, 500, 503})
    void a_receipt_under_another_status_does_not(int status) throws Exception {
        replies(status, status == 204 ? "" : ACCEPT);

        assertThat(send().result()).isEqualTo(Attempt.Result.FAILED);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        on("/andet", exchange -> reply(exchange, 200, ACCEPT));
        on("/svar", exchange -> {
            exchange.getResponseHeaders().set("Location", "/andet");
            reply(exchange, 307, "");
        });

        var response = send();

        assertThat(response.result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(response.httpStatus()).isEqualTo(307);
        assertThat(got).hasSize(1);
    }

    @Test
    void who_says_nothing_is_not_waited_for() throws Exception {
        isPatientFor(Duration.ofMillis(300));
        on("/svar", exchange -> waits());

        var response = send();

        assertThat(response.result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(response.httpStatus()).isNull();
    }

    @Test
    void who_sends_byte_by_byte_is_not_waited_for_either() throws Exception {
        isPatientFor(Duration.ofMillis(700));
        on("/svar", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            for (var i = 0; i < 1_000 && over.getCount() > 0; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause(50);
            }
        });

        var response = send();

        assertThat(response.result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(response.httpStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:1/svar", "svar", "", "ftp://127.0.0.1/", "http://[", "/testbench/case-system"})
    void an_address_where_nobody_is_fails(String address) throws Exception {
        var response = channel.send(address, ANSWER, "<svar/>");

        assertThat(response.result()).isEqualTo(Attempt.Result.FAILED);
        assertThat(response.httpStatus()).isNull();
    }

    private Channel.Response send() throws InterruptedException {
        return channel.send(url, ANSWER, "<svar/>");
    }

    private void isPatientFor(Duration inAll) {
        channel.close();
        channel = new AnswerChannel(receipts, UnaryOperator.identity(), inAll);
    }

    private void replies(int status, String body) {
        on("/svar", exchange -> reply(exchange, status, body));
    }

    @FunctionalInterface
    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                got.add(new Got(
                        exchange.getRequestMethod(),
                        headers.getFirst("Content-Type"),
                        headers.getFirst("SOAPAction"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                handler.handle(exchange);
            }
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
    }

    private void waits() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
