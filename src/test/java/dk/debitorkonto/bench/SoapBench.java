package dk.debitorkonto.bench;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An immediate handling end to end over SOAP, beside the stack's ceiling in the same run; and an import. */
class SoapBench {

    private static final int ACCOUNTS = 200;
    private static final int CLAIMS_EACH = 100;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 15_000);
    private static final int CALLS = Integer.getInteger("bench.calls", 3_000);
    private static final DemoCast.Part PART =
            DemoCast.find("NEDREGULER_FORDRING", Variant.CLAIMS).orElseThrow();
    private static final Figures SOAP = new Figures("soap");
    private static final Figures IMPORT = new Figures("import");

    private static String ceiling;

    @BeforeAll
    static void startTheCeiling() {
        var context = new SpringApplicationBuilder(Ceiling.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.threads.virtual.enabled=true",
                        "spring.main.banner-mode=off",
                        "spring.config.location=optional:classpath:/none/",
                        "spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
                .run();
        ceiling = BenchNode.address(context) + Contract.REQUEST.path();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_immediate_handling(TestDatabase database, @TempDir Path data) throws Exception {
        try (var system = new BenchNode(database, data)) {
            var books = new BenchBooks(PART, ACCOUNTS, CLAIMS_EACH, "IN_COLLECTION");
            measureImport(database, system, books.document(BenchBooks.NO_CALLBACK), books.rows());
            var url = system.address() + Contract.REQUEST.path();
            IntFunction<String> anOereOff =
                    call -> books.aboutAny().replaceAll("(<[^<>/]*Beløb>)[^<]*(</)", "$10.01$2");
            Load.of(ceiling, 8, WARM_UP, anOereOff, "HandlingGennemført");
            Load.of(url, 8, WARM_UP, anOereOff, "HandlingGennemført");
            for (var callers : List.of(1, 8, 32)) {
                var calls = callers == 1 ? CALLS / 3 : CALLS;
                var fixed = Load.of(ceiling, callers, calls, anOereOff, "HandlingGennemført");
                var real = Load.of(url, callers, calls, anOereOff, "HandlingGennemført");
                SOAP.row(
                        "database", database,
                        "callers", callers,
                        "calls/s", round(real.callsPerSecond()),
                        "p50 ms", tenth(real.p50()),
                        "p99 ms", tenth(real.p99()),
                        "cpu ms", hundredth(real.cpu()),
                        "ceiling calls/s", round(fixed.callsPerSecond()),
                        "ceiling p50 ms", tenth(fixed.p50()),
                        "ceiling p99 ms", tenth(fixed.p99()),
                        "ceiling cpu ms", hundredth(fixed.cpu()),
                        "of ceiling %", round(100 * real.callsPerSecond() / fixed.callsPerSecond()));
            }
        }
    }

    private static void measureImport(TestDatabase database, BenchNode system, String document, int rows)
            throws Exception {
        var start = System.nanoTime();
        system.imports(document);
        var seconds = (System.nanoTime() - start) / 1e9;
        IMPORT.row("database", database, "rows", rows, "seconds", tenth(seconds), "rows/s", round(rows / seconds));
    }

    private static long round(double number) {
        return Math.round(number);
    }

    private static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String hundredth(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
