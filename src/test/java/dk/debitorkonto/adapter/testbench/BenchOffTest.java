package dk.debitorkonto.adapter.testbench;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.handling.Variant;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Where the test bench is off nobody is simulated, whatever the data say. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "debitorkonto.demo-data=false",
            "debitorkonto.testbench=false",
            "debitorkonto.database.url=jdbc:h2:mem:bench-off;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        })
class BenchOffTest {

    private static final List<Class<?>> PARTIES = List.of(
            Bench.class,
            BenchController.class,
            BenchDuties.class,
            PromisedAnswers.class,
            SimulatedCaseSystem.class,
            SimulatedDebtorSystem.class);

    private final Door door;

    BenchOffTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    @Test
    void has_no_simulated_party() {
        for (var path : List.of(Bench.CASE_SYSTEM, Bench.DEBTOR_SYSTEM))
            assertThat(door.send(HttpRequest.newBuilder(door.at(path)).POST(BodyPublishers.ofString("<x/>")))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        for (var path : List.of("answers", "requests"))
            assertThat(door.get("/api/v1/testbench/" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void passes_nothing_on_to_a_path_and_takes_no_orders(@Autowired Import imports) throws Exception {
        var document =
                """
                {"authorities": [{"cvr": "%1$s"}],
                 "caseSystems": [{"id": "%2$s", "cvr": "%3$s", "authorities": ["%1$s"], "callback": "/testbench/case-system"}],
                 "debtorSystems": [{"id": "%4$s", "cvr": "55555555", "endpoint": "/testbench/debtor-system"}],
                 "routes": [{"authority": "%1$s", "debtorSystem": "%4$s"}]}\
                """.formatted(DemoCast.MUNICIPALITY, DemoCast.CASE_SYSTEM, DemoCast.CASE_SYSTEM_CVR, new UUID(5, 5));
        imports.run(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), "off");
        var request =
                DemoRequest.of(DemoCast.find("GIV_HENSTAND", Variant.CLAIMS).orElseThrow(), OffsetDateTime.now());

        assertThat(door.post(Door.REQUESTS, request).body()).contains("ReceiverUnavailable");
        assertThat(door.post(
                                Door.REQUESTS,
                                request.replace(
                                        "</k:HovedOplysninger>",
                                        "<k:Processing><p:Testmodpart xmlns:p=\"urn:debitorkonto:processing:1\"/>"
                                                + "</k:Processing></k:HovedOplysninger>"))
                        .body())
                .contains("CTX-05", "Testmodpart");
    }

    /** Production refuses to start with the test bench; should it ever start all the same, there is none. */
    @Test
    void production_never_has_it() {
        assertThat(beans("demo")).isEqualTo(PARTIES.size());
        assertThat(beans("production")).isZero();
    }

    /** How many of the parties there would be where the test bench is switched on. */
    private static long beans(String profile) {
        try (var context = new GenericApplicationContext()) {
            var environment = context.getEnvironment();
            environment.setActiveProfiles(profile);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("on", Map.of("debitorkonto.testbench", "true")));
            var reader = new AnnotatedBeanDefinitionReader(context, environment);
            PARTIES.forEach(reader::registerBean);
            return PARTIES.stream()
                    .filter(party -> List.of(context.getBeanDefinitionNames()).stream()
                            .anyMatch(name -> name.equalsIgnoreCase(party.getSimpleName())))
                    .count();
        }
    }
}
