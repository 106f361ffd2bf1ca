package dk.debitorkonto.bench;

import dk.debitorkonto.Debitorkonto;
import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An immediate handling end to end over SOAP, beside the stack's ceiling in the same run; and an import. */
class SoapBench {

    private static final int ACCOUNTS = 200;
    private static final int CLAIMS_EACH = 100;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 15_000);
    private static final int CALLS = Integer.getInteger("bench.calls", 3_000);
    private static final DemoCast.Part PART =
            DemoCast.find("NEDREGULER_FORDRING", Variant.CLAIMS).orElseThrow();
    private static final UUID FIRST = PART.claims().getFirst();
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
        ceiling = address(context) + Contract.REQUEST.path();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_immediate_handling(TestDatabase database, @TempDir Path data) throws Exception {
        try (var system = start(database, data)) {
            var books = new SoapBooks();
            measureImport(database, system, books);
            var url = address(system) + Contract.REQUEST.path();
            Load.of(ceiling, 8, WARM_UP, books.requests(), "HandlingGennemført");
            Load.of(url, 8, WARM_UP, books.requests(), "HandlingGennemført");
            for (var callers : List.of(1, 8, 32)) {
                var calls = callers == 1 ? CALLS / 3 : CALLS;
                var fixed = Load.of(ceiling, callers, calls, books.requests(), "HandlingGennemført");
                var real = Load.of(url, callers, calls, books.requests(), "HandlingGennemført");
                SOAP.row(
                        "database", database,
                        "callers", callers,
                        "calls/s", round(real.callsPerSecond()),
                        "p50 ms", tenth(real.p50()),
                        "p99 ms", tenth(real.p99()),
                        "ceiling calls/s", round(fixed.callsPerSecond()),
                        "ceiling p50 ms", tenth(fixed.p50()),
                        "ceiling p99 ms", tenth(fixed.p99()),
                        "of ceiling %", round(100 * real.callsPerSecond() / fixed.callsPerSecond()));
            }
        }
    }

    private static void measureImport(TestDatabase database, ConfigurableApplicationContext system, SoapBooks books)
            throws Exception {
        var start = System.nanoTime();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address(system) + "/api/v1/import"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(books.document()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.body());
        var seconds = (System.nanoTime() - start) / 1e9;
        IMPORT.row(
                "database", database,
                "rows", books.rows(),
                "seconds", tenth(seconds),
                "rows/s", round(books.rows() / seconds));
    }

    private static ConfigurableApplicationContext start(TestDatabase database, Path data) {
        var settings = new ArrayList<>(
                List.of("--debitorkonto.http-port=0", "--debitorkonto.data=" + data, "--debitorkonto.demo-data=true"));
        if (database == TestDatabase.POSTGRESQL)
            settings.addAll(List.of(
                    "--debitorkonto.database.url=" + database.freshUrl(), "--debitorkonto.database.user=postgres"));
        return new SpringApplicationBuilder(Debitorkonto.class).run(settings.toArray(String[]::new));
    }

    private static String address(ConfigurableApplicationContext system) {
        return "http://127.0.0.1:" + system.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static long round(double number) {
        return Math.round(number);
    }

    private static String tenth(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Accounts and claims to act on, and requests about them: a øre off the principal of any claim. */
    private static final class SoapBooks {

        private record Held(UUID account, UUID claim) {}

        private final List<UUID> accounts = java.util.stream.Stream.generate(UUID::randomUUID)
                .limit(ACCOUNTS)
                .toList();
        private final List<Held> claims = accounts.stream()
                .flatMap(account -> java.util.stream.Stream.generate(() -> new Held(account, UUID.randomUUID()))
                        .limit(CLAIMS_EACH))
                .toList();
        private final String template = DemoRequest.of(PART, OffsetDateTime.now(ZoneOffset.UTC))
                .replaceAll("(<[^<>/]*Beløb>)[^<]*(</)", "$10.01$2")
                .replaceAll("(?s)<d:FordringIdentifikation>(?!%s).*?</d:FordringIdentifikation>".formatted(FIRST), "");

        int rows() {
            return accounts.size() + claims.size();
        }

        IntFunction<String> requests() {
            return call -> {
                var about = claims.get(ThreadLocalRandom.current().nextInt(claims.size()));
                return template.replace(
                                PART.identification().toString(),
                                UUID.randomUUID().toString())
                        .replace(PART.account().toString(), about.account().toString())
                        .replace(
                                PART.claims().getFirst().toString(),
                                about.claim().toString());
            };
        }

        String document() {
            var json = new StringBuilder("{\"accounts\": [");
            for (var account : accounts)
                json.append(account.equals(accounts.getFirst()) ? "" : ",")
                        .append("""
                            {"id": "%s", "authority": "%s", "caseSystem": "%s", "debtor": "urn:oio:cpr-nr:6101010000"}
                            """.formatted(account, DemoCast.MUNICIPALITY, DemoCast.CASE_SYSTEM));
            json.append("], \"claims\": [");
            for (var claim : claims)
                json.append(claim.equals(claims.getFirst()) ? "" : ",")
                        .append("""
                            {"id": "%s", "account": "%s", "type": "DAGINSTITUTION", "dueDate": "2026-01-15",
                             "state": "IN_COLLECTION", "lines": [{"text": "Plads", "amount": "1000.00"}]}
                            """.formatted(claim.claim(), claim.account()));
            return json.append("]}").toString();
        }
    }
}
