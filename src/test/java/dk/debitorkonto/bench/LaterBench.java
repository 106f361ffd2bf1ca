package dk.debitorkonto.bench;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests that are put off, from the first over SOAP to the last answer over HTTP: decided, carried out on their date, which is today,
 * and answered to a receiver that fails one try in ten. All in one process: sender, system and receiver.
 */
class LaterBench {

    private static final Figures LATER = new Figures("later");
    private static final DemoCast.Part PART =
            DemoCast.find("TILBAGEKALD_FRA_INDDRIVELSE", Variant.CLAIMS).orElseThrow();
    private static final int ACCOUNTS = 200;
    private static final int REQUESTS = Integer.getInteger("bench.deferred", 100_000);
    private static final int CALLERS = 8;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
    private static final String UNANSWERED =
            "select count(*) from request where outcome = 'DEFERRED' or answer = 'PENDING'";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void deferred_requests_from_the_first_to_the_last_answer(TestDatabase database, @TempDir Path data)
            throws Exception {
        try (var receiver = new FailingReceiver();
                var system = new BenchNode(database, data)) {
            var books = new BenchBooks(PART, ACCOUNTS, REQUESTS / ACCOUNTS, "IN_RECOVERY");
            system.imports(books.document(receiver.url()));
            var most = new AtomicLong();
            var watch = Thread.ofVirtual().start(() -> watch(most));
            var start = System.nanoTime();
            var load = Load.of(
                    system.address() + Contract.REQUEST.path(), CALLERS, REQUESTS, books::about, "HandlingUdsat");
            var received = seconds(start);
            while (receiver.accepted() < REQUESTS || system.number(UNANSWERED) > 0) Thread.sleep(LOOKS_EVERY);
            var answered = seconds(start);
            watch.interrupt();
            LATER.row(
                    "database",
                    database,
                    "requests",
                    REQUESTS,
                    "received after s",
                    received,
                    "p50 ms",
                    Math.round(load.p50()),
                    "all answered after s",
                    answered,
                    "requests/s to the end",
                    Math.round((double) REQUESTS / answered),
                    "tries",
                    receiver.tries(),
                    "accepted twice",
                    receiver.accepted() - REQUESTS,
                    "most heap MB",
                    most.get() >> 20);
        }
    }

    /** The most memory that was in use when it was looked, garbage included. */
    private static void watch(AtomicLong most) {
        try {
            while (true) {
                most.accumulateAndGet(
                        Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory(),
                        Math::max);
                Thread.sleep(LOOKS_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long seconds(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
