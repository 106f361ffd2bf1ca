package dk.debitorkonto.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A case system that accepts answers, and fails with the first try of every tenth. */
final class FailingReceiver implements AutoCloseable {

    private static final int FAILS_ONE_OF = 10;
    private static final Pattern ANSWER =
            Pattern.compile("<(?:\\w+:)?DebitorkontoAnmodningSvarIdentifikation>([^<]*)<");
    private static final String RECEIPT = """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <d:AfsendDebitorkontoAnmodningSvar_O xmlns:d="http://www.kombit.dk/2017/01/01/" xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">\
        <k:HovedOplysningerSvar><k:TransaktionsId>t</k:TransaktionsId>\
        <k:TransaktionsTid>2026-03-02T09:15:01+01:00</k:TransaktionsTid></k:HovedOplysningerSvar>\
        <d:DebitorkontoAnmodningSvarIdentifikation>%s</d:DebitorkontoAnmodningSvarIdentifikation>\
        <d:BehandlingDatoTid>2026-03-02T09:15:01+01:00</d:BehandlingDatoTid>\
        <d:AcceptStruktur><d:AccepteretUdenBemærkninger>true</d:AccepteretUdenBemærkninger></d:AcceptStruktur>\
        </d:AfsendDebitorkontoAnmodningSvar_O></s:Body></s:Envelope>\
        """;

    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final AtomicLong tries = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final HttpServer server;

    FailingReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/svar", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/svar";
    }

    long tries() {
        return tries.get();
    }

    long accepted() {
        return accepted.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var found = ANSWER.matcher(body);
            if (!found.find()) throw new IllegalStateException("no answer: " + body);
            var answer = found.group(1);
            var fails = tries.incrementAndGet() % FAILS_ONE_OF == 0 && failed.add(answer);
            if (!fails) accepted.incrementAndGet();
            var bytes = (fails ? "not now" : RECEIPT.formatted(answer)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
            exchange.sendResponseHeaders(fails ? 500 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
