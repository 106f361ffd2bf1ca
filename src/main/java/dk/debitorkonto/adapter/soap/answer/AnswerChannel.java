package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Soap;
import dk.debitorkonto.outbox.Attempt;
import dk.debitorkonto.outbox.Channel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends answers by SOAP 1.1 over HTTP. No redirect is followed: it could lead anywhere. */
final class AnswerChannel implements Channel, AutoCloseable {

    static final Duration TO_CONNECT = Duration.ofSeconds(5);
    static final Duration IN_ALL = Duration.ofSeconds(30);
    static final int MOST_BYTES = 1 << 20;
    private static final String ACTION = '"' + Contract.ANSWER.action("AfsendDebitorkontoAnmodningSvar") + '"';

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final AnswerReceipts receipts;
    private final UnaryOperator<String> addresses;
    private final Duration inAll;

    /** @param addresses where a callback is over HTTP */
    AnswerChannel(AnswerReceipts receipts, UnaryOperator<String> addresses, Duration inAll) {
        this.receipts = receipts;
        this.addresses = addresses;
        this.inAll = inAll;
    }

    @Override
    public Response send(String callback, UUID message, String body) throws InterruptedException {
        var url = addresses.apply(callback);
        var status = new AtomicReference<@Nullable Integer>();
        CompletableFuture<HttpResponse<byte[]>> reply;
        try {
            reply = client.sendAsync(request(url, body), head -> {
                status.set(head.statusCode());
                return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)
                        .apply(head);
            });
        } catch (IllegalArgumentException e) {
            return failed(url, null, "no address of HTTP");
        }
        try {
            var whole = reply.get(inAll.toMillis(), TimeUnit.MILLISECONDS);
            return new Response(
                    url,
                    whole.statusCode(),
                    receipts.read(whole.statusCode(), whole.body(), message),
                    new String(whole.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            return failed(url, status.get(), "no whole reply in " + inAll.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(url, status.get(), String.valueOf(e.getCause()));
        } finally {
            reply.cancel(true);
        }
    }

    private HttpRequest request(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(inAll)
                .header("Content-Type", Soap.V11.mediaType() + "; charset=utf-8")
                .header("SOAPAction", ACTION)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static Response failed(String url, @Nullable Integer status, String why) {
        return new Response(url, status, Attempt.Result.FAILED, why);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
