package dk.debitorkonto.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The application in a process of its own, which a test may kill. */
public final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final List<String> options;
    private final Map<String, String> settings;
    private final int port = freePort();
    private Process process;
    private boolean closed;

    public Node(Path data, Map<String, String> settings) throws IOException {
        this(data, settings, List.of("-Xmx512m"));
    }

    /** @param options the JVM's */
    public Node(Path data, Map<String, String> settings, List<String> options) throws IOException {
        this.data = data;
        this.options = options;
        this.settings = settings;
        this.process = start();
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(Shipped.command(options));
        builder.environment()
                .putAll(Map.of("DEBITORKONTO_DATA", data.toString(), "DEBITORKONTO_HTTP_PORT", Integer.toString(port)));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("node-" + port + ".log").toFile()));
        return builder.start();
    }

    public void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> get("/actuator/health").contains("UP"));
    }

    /** SIGKILL: nothing of the process is told. */
    public synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public synchronized void restart() throws IOException {
        closed = false;
        process = start();
    }

    /** Starts the process again where it has ended, as whoever watches over it would. */
    public synchronized void keepAlive() throws IOException {
        if (!process.isAlive() && !closed) process = start();
    }

    public String get(String path) throws IOException, InterruptedException {
        return HTTP.send(at(path, PATIENCE).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Imports a document. */
    public void take(String document) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/import"))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IOException(response.body());
    }

    /** Sends a SOAP message; an exception means that nobody knows what became of it. */
    public String post(String envelope) throws IOException, InterruptedException {
        return post(envelope, PATIENCE);
    }

    /** The same, by one who waits no longer than so. */
    public String post(String envelope, Duration patience) throws IOException, InterruptedException {
        var request = at("/service/OIR/DebitorkontoAnmodningAfsend/1", patience)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** Sends JSON as a person, whatever is said to it. */
    public HttpResponse<String> post(String path, String json, String person) throws IOException, InterruptedException {
        var request = at(path, Duration.ofMinutes(5))
                .header("Content-Type", "application/json")
                .header("Debitorkonto-Person", person)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path, Duration patience) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(patience);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.destroyForcibly();
    }
}
