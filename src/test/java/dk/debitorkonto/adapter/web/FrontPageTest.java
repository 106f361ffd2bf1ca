package dk.debitorkonto.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // As DebitorkontoTest has it, so that it needn't be started twice.
        properties = "debitorkonto.database.url=jdbc:h2:mem:start"
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")
class FrontPageTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    @Test
    void leads_to_what_is_there(@Value("${local.server.port}") int port) {
        var door = new Door(port);
        var page = door.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "/service/OIR/DebitorkontoAnmodningAfsend/1", "/service/OIR/DebitorkontoAnmodningSvarAfsend/1")
                .doesNotContain("<script", "style=");
        var links = LINK.matcher(page.body())
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
        assertThat(links).hasSizeGreaterThan(10);
        // One is led on from /api to the page that shows it.
        assertThat(links)
                .allSatisfy(
                        link -> assertThat(door.get(link).statusCode()).as(link).isIn(200, 302));
    }
}
