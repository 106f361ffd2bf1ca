package dk.debitorkonto.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What OpenAPI tells of REST. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // As RestTest has them, so that it needn't be started twice.
        properties = {
            "debitorkonto.demo-data=false",
            "debitorkonto.database.url=jdbc:h2:mem:rest-test;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
        })
class DescriptionTest {

    private final Door door;

    DescriptionTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    private JsonNode description() {
        return JsonMapper.shared().readTree(door.get("/api/openapi.json").body());
    }

    private JsonNode schema(String name) {
        return description().path("components").path("schemas").path(name);
    }

    @Test
    void tells_each_mapped_path(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(each -> mapped.addAll(each.getPatternValues()));
        mapped.removeIf(path -> !path.startsWith("/api/v1/"));

        assertThat(new TreeSet<>(description().path("paths").propertyNames())).isEqualTo(mapped);
    }

    @Test
    void tells_an_amount_as_the_text_that_it_is() {
        var rest = schema("OfClaim").path("properties").path("rest");

        assertThat(rest.path("type").asString()).isEqualTo("string");
    }

    @Test
    void tells_what_a_person_may_say() {
        var word = schema("SpokenWord");

        assertThat(word.path("properties").propertyNames()).containsExactlyInAnyOrder("comment", "fingerprint");
        assertThat(word.path("required").values())
                .extracting(JsonNode::asString)
                .containsExactly("comment");
        assertThat(schema("Resend").path("properties").propertyNames()).containsExactly("comment");
    }

    @Test
    void is_shown_as_a_page() throws Exception {
        try (var following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var page = following.send(HttpRequest.newBuilder(door.at("/api")).build(), BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("swagger-ui");
        }
    }
}
