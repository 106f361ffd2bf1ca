package dk.debitorkonto.soapui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.soapui.SoapUiProject.Mock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a mock of the project listens, until it got its message and has answered it. */
final class MockListener implements AutoCloseable {

    private final Mock mock;
    private final Expansion words;
    private final HttpServer server;
    private final BlockingQueue<Reply> received = new LinkedBlockingQueue<>();

    /** Listens from now on, at {@code port} instead of the one that the project names. */
    MockListener(Mock mock, int port, Expansion words) {
        this.mock = mock;
        this.words = words;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(mock.listens().path(), this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var message = new Reply(200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try (exchange) {
            if (!isMeant(message)) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            var response = words.of(message).expand(mock.response()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
        received.add(message);
    }

    private boolean isMeant(Reply message) {
        var query = mock.listens().query();
        return query.isEmpty()
                || Path.of(query)
                        .valuesIn(message.document())
                        .contains(words.expand(mock.listens().match()));
    }

    /** The message that it got; fails where none comes in time. */
    Reply await() {
        try {
            var patience = mock.listens().patience();
            var message = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) throw new AssertionError("nothing came to \"" + mock.name() + "\" in " + patience);
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
