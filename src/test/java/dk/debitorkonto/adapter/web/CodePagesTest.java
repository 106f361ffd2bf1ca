package dk.debitorkonto.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.CodePage;
import dk.debitorkonto.adapter.soap.Door;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = CodePagesTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "debitorkonto.database.url=jdbc:h2:mem:codes;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE")
class CodePagesTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CodePages.class)
    static class Server {}

    @Value("${local.server.port}")
    private int port;

    static Stream<String> codes() {
        return CodePage.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void each_code_has_a_page_with_its_examples_escaped(String code) {
        var page = new Door(port).get("/fejlkoder/" + code);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>" + code + ": ")
                .contains("<code>&lt;")
                .doesNotContain("<script", "style=");
    }

    @Test
    void the_index_leads_to_all() {
        var index = new Door(port).get("/fejlkoder");

        assertThat(index.body())
                .contains(
                        codes().map(code -> "href=\"/fejlkoder/" + code + "\"").toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DKA-999", "dka-200", "x.yaml"})
    void an_unknown_code_is_not_found(String code) {
        assertThat(new Door(port).get("/fejlkoder/" + code).statusCode()).isEqualTo(404);
    }
}
