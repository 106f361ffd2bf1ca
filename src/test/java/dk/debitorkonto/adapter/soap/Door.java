package dk.debitorkonto.adapter.soap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Speaks HTTP with the door under test. */
public final class Door {

    public static final String REQUESTS = "/service/OIR/DebitorkontoAnmodningAfsend/1";
    public static final String ANSWERS = "/service/OIR/DebitorkontoAnmodningSvarAfsend/1";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    public Door(int port) {
        this.port = port;
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Posts a message as the envelope's version has it. */
    public HttpResponse<String> post(String path, String message) {
        var is12 = message.contains(Soap.V12.namespace());
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", (is12 ? Soap.V12 : Soap.V11).mediaType() + "; charset=utf-8")
                .POST(BodyPublishers.ofString(message, StandardCharsets.UTF_8)));
    }

    public HttpResponse<String> post(String path, String contentType, byte[] message, String... headers) {
        var request = HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofByteArray(message));
        if (!contentType.isEmpty()) request.header("Content-Type", contentType);
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file of the test resources. */
    public static String resource(String name) {
        try (var file = Door.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
