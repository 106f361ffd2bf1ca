package dk.debitorkonto.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.testing.AcceptedAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A case system that accepts answers, and fails with the first try of every tenth. */
final class FailingReceiver implements AutoCloseable {

    private static final int FAILS_ONE_OF = 10;

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
            var found = AcceptedAnswer.IDENTIFICATION.matcher(body);
            if (!found.find()) throw new IllegalStateException("no answer: " + body);
            var answer = found.group(1);
            var fails = tries.incrementAndGet() % FAILS_ONE_OF == 0 && failed.add(answer);
            if (!fails) accepted.incrementAndGet();
            var bytes = (fails ? "not now" : AcceptedAnswer.receipt(answer)).getBytes(StandardCharsets.UTF_8);
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
