package dk.debitorkonto.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * So many calls by so many callers, each of which sends its next when it has its answer.
 *
 * @param callsPerSecond of all callers together
 * @param p50 milliseconds in which half of the calls were answered
 * @param p99 milliseconds in which 99 of 100 were
 * @param cpu milliseconds of a processor that this process took for each call, callers included
 */
record Load(double callsPerSecond, double p50, double p99, double cpu) {

    private static final int MILLION = 1_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Sends {@code calls} messages to {@code url}; each must be answered by something with {@code expected} in it. */
    static Load of(String url, int callers, int calls, IntFunction<String> message, String expected) throws Exception {
        var took = new long[calls];
        var next = new AtomicInteger();
        var start = System.nanoTime();
        var cpu = SYSTEM.getProcessCpuTime();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = java.util.stream.IntStream.range(0, callers)
                    .mapToObj(caller -> threads.submit(() -> {
                        for (var call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                            var body = message.apply(call);
                            var sent = System.nanoTime();
                            var answer = post(url, body);
                            took[call] = System.nanoTime() - sent;
                            if (!answer.contains(expected)) throw new IllegalStateException(answer);
                        }
                        return null;
                    }))
                    .toList();
            for (var each : running) each.get();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var cpuEach = (double) (SYSTEM.getProcessCpuTime() - cpu) / calls / MILLION;
        Arrays.sort(took);
        return new Load(calls / seconds, at(took, 50), at(took, 99), cpuEach);
    }

    private static double at(long[] sorted, int percent) {
        return (double) sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLION;
    }

    private static String post(String url, String body) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "text/xml; charset=utf-8");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setFixedLengthStreamingMode(bytes.length);
            try (var out = connection.getOutputStream()) {
                out.write(bytes);
            }
            var code = connection.getResponseCode();
            try (var in =
                    code == HttpURLConnection.HTTP_OK ? connection.getInputStream() : connection.getErrorStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
