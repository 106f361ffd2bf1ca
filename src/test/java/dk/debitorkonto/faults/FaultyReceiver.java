package dk.debitorkonto.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.debitorkonto.testing.AcceptedAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A case system that takes answers, and by its seed behaves badly the first times that it gets one. */
final class FaultyReceiver implements AutoCloseable {

    private static final int MOST_MISTAKES = 3;
    private static final Pattern ANSWER = AcceptedAnswer.IDENTIFICATION;
    private static final Pattern REQUEST = AcceptedAnswer.element("DebitorkontoAnmodningIdentifikation");
    private static final Pattern STRUCTURE = Pattern.compile("<(?:\\w+:)?(Handling\\p{L}+Struktur)[ />]");

    private enum Mood {
        TAKES,
        REFUSES_WITH_500,
        REFUSES_WITH_A_FAULT_IN_A_200,
        SHOWS_A_PAGE,
        SENDS_ELSEWHERE,
        TAKES_AND_SAYS_GARBAGE,
        TAKES_AND_HANGS_UP,
        TAKES_ITS_TIME
    }

    private static final Set<Mood> REFUSES = EnumSet.of(
            Mood.REFUSES_WITH_500, Mood.REFUSES_WITH_A_FAULT_IN_A_200, Mood.SHOWS_A_PAGE, Mood.SENDS_ELSEWHERE);
    private static final String FAULT = """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode>\
        <faultstring>not now</faultstring></s:Fault></s:Body></s:Envelope>\
        """;

    private final long seed;
    private final List<Evidence.Delivered> taken = new CopyOnWriteArrayList<>();
    private final Map<UUID, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Runnable> trap = new AtomicReference<>();
    private final HttpServer server;

    FaultyReceiver(long seed) throws IOException {
        this.seed = seed;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/svar", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/svar";
    }

    List<Evidence.Delivered> taken() {
        return List.copyOf(taken);
    }

    /** What is done, once, when the next answer has come and isn't receipted yet. */
    void set(@Nullable Runnable next) {
        trap.set(next);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = UUID.fromString(found(REQUEST, body));
            var mood = mood(request, tries.merge(request, 1, Integer::sum));
            var answer = UUID.fromString(found(ANSWER, body));
            if (!REFUSES.contains(mood))
                taken.add(new Evidence.Delivered(answer, request, found(STRUCTURE, body), body));
            var sprung = trap.getAndSet(null);
            if (sprung != null) sprung.run();
            say(exchange, mood, AcceptedAnswer.receipt(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Mood mood(UUID request, int nth) {
        var roll = new Random(seed * 31 + request.hashCode() + nth).nextInt(16);
        if (nth > MOST_MISTAKES || roll >= Mood.values().length) return Mood.TAKES;
        return Mood.values()[roll];
    }

    private static void say(HttpExchange exchange, Mood mood, String receipt) throws IOException, InterruptedException {
        switch (mood) {
            case TAKES -> send(exchange, 200, receipt);
            case REFUSES_WITH_500 -> send(exchange, 500, "not now");
            case REFUSES_WITH_A_FAULT_IN_A_200 -> send(exchange, 200, FAULT);
            case SHOWS_A_PAGE -> send(exchange, 200, "<html><body>AcceptStruktur</body></html>");
            case SENDS_ELSEWHERE -> {
                exchange.getResponseHeaders().set("Location", "/andetsteds");
                send(exchange, 307, "");
            }
            case TAKES_AND_SAYS_GARBAGE -> send(exchange, 200, receipt.substring(0, receipt.length() / 2));
            case TAKES_AND_HANGS_UP -> exchange.close();
            case TAKES_ITS_TIME -> {
                Thread.sleep(1_500);
                send(exchange, 200, receipt);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
