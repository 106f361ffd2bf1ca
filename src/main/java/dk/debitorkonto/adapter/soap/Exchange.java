package dk.debitorkonto.adapter.soap;

import java.io.Serial;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message of SOAP 1.1 over HTTP and waits for the whole reply, but not for long. No redirect is followed: it could lead
 * anywhere.
 */
public final class Exchange implements AutoCloseable {

    /** How long a whole exchange may take. */
    public static final Duration IN_ALL = Duration.ofSeconds(30);

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Duration inAll;
    private final int mostBytes;

    /** @param mostBytes of a reply */
    public Exchange(Duration inAll, int mostBytes) {
        this.inAll = inAll;
        this.mostBytes = mostBytes;
    }

    /** That there was no whole reply. */
    public static final class NoReply extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        private final @Nullable Integer status;

        NoReply(@Nullable Integer status, String why) {
            super(why, null, false, false);
            this.status = status;
        }

        /** HTTP's status, where at least that had come. */
        public @Nullable Integer status() {
            return status;
        }

        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Sends once.
     *
     * @throws NoReply where no whole reply came
     * @throws InterruptedException where it was stopped from outside: nothing is known then
     */
    public HttpResponse<byte[]> post(String url, String action, String message) throws NoReply, InterruptedException {
        var status = new AtomicReference<@Nullable Integer>();
        CompletableFuture<HttpResponse<byte[]>> reply;
        try {
            reply = client.sendAsync(request(url, action, message), head -> {
                status.set(head.statusCode());
                return BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes)
                        .apply(head);
            });
        } catch (IllegalArgumentException e) {
            throw new NoReply(null, "no address of HTTP");
        }
        try {
            return reply.get(inAll.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoReply(status.get(), "no whole reply in " + inAll.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new NoReply(status.get(), String.valueOf(e.getCause()));
        } finally {
            reply.cancel(true);
        }
    }

    private HttpRequest request(String url, String action, String message) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(inAll)
                .header("Content-Type", Soap.V11.mediaType() + "; charset=utf-8")
                .header("SOAPAction", '"' + action + '"')
                .POST(BodyPublishers.ofString(message, StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
