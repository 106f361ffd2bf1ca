package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole system with its demo data: each handling type in each variant, over SOAP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "debitorkonto.demo-data=true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoSmokeTest {

    private static final Pattern OUTCOME = Pattern.compile(
            "<(?:\\w+:)?((?:Handling|Accept|Afvisning)\\w*Struktur|faultcode|Fejl)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DETAIL = Pattern.compile(
            "<(?:\\w+:)?(LokalÅrsagKode|LokalÅrsagTekst|ElementNavn|faultstring|ErrorText|FejlTekst)[^>]*>([^<]*)<");

    private final Door door;
    private final Catalogue catalogue;

    DemoSmokeTest(@Value("${local.server.port}") int port, @Autowired Catalogue catalogue) {
        this.door = new Door(port);
        this.catalogue = catalogue;
    }

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
        var folder = Files.createTempDirectory("debitorkonto-demo");
        registry.add("debitorkonto.data", folder::toString);
    }

    @Test
    @Order(1)
    void carries_out_the_request_that_the_banner_tells_of(@Autowired StartBanner banner) throws Exception {
        var command = banner.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .findFirst()
                .orElseThrow();
        var file = command.replaceAll(".*\"@(.*)\" .*", "$1");
        assertThat(command).endsWith(" " + door.at(Door.REQUESTS));

        var reply = door.post(Door.REQUESTS, Files.readString(Path.of(file)));

        assertThat(outcome(reply.body()))
                .as(reply.body())
                .isEqualTo("HandlingGennemførtMedResultatInformationStruktur");
    }

    @Test
    @Order(2)
    void has_something_for_each_type_in_each_variant_to_do() {
        var wanted = catalogue.items().stream()
                .flatMap(item -> item.definition().variants().stream()
                        .map(variant -> item.definition().code() + "-" + variant.letter()))
                .sorted()
                .toList();

        assertThat(DemoCast.parts().stream().map(DemoCast.Part::name).sorted()).isEqualTo(wanted);
    }

    @Test
    @Order(3)
    void takes_each_type_in_each_variant() {
        var failures = new ArrayList<String>();
        for (var part : DemoCast.parts()) {
            if (part.original() != null) failures.addAll(tried(part.original()));
            failures.addAll(tried(part));
        }

        assertThat(failures).isEmpty();
    }

    /** What was only just done can be undone, but a handover. */
    @Test
    @Order(4)
    void undoes_all_that_was_carried_out() {
        var failures = new ArrayList<String>();
        for (var part : DemoCast.parts().reversed()) {
            var mode = definition(part).mode();
            if (mode == Mode.LATER || part.original() != null || part.code().equals("OVERDRAG_DEBITORKONTO")) continue;
            failures.addAll(tried(undo(part)));
        }

        assertThat(failures).isEmpty();
    }

    @Test
    @Order(5)
    void keeps_the_books_in_balance() {
        assertThat(door.get("/api/v1/proof").body()).contains("\"holds\":true");
    }

    private static DemoCast.Part undo(DemoCast.Part part) {
        return new DemoCast.Part(
                "TILBAGEFOER_HANDLING",
                part.variant(),
                UUID.randomUUID(),
                part.account(),
                part.targetAccount(),
                part.claims(),
                part.targetClaims(),
                null,
                null,
                "<h:TilbageførHandling xmlns:h=\"urn:debitorkonto:handling:1\"><h:AnmodningIdentifikation>"
                        + part.identification()
                        + "</h:AnmodningIdentifikation></h:TilbageførHandling>",
                part);
    }

    /** What went wrong, if anything. */
    private List<String> tried(DemoCast.Part part) {
        var reply = door.post(Door.REQUESTS, DemoRequest.of(part, OffsetDateTime.now()));
        var outcome = outcome(reply.body());
        var expected = expected(part);
        return reply.statusCode() == 200 && expected.equals(outcome)
                ? List.of()
                : List.of(part.name()
                        + (part.original() == null
                                ? ""
                                : " of " + part.original().code()) + ": expected " + expected + ", got "
                        + reply.statusCode() + " " + outcome + " " + details(reply.body()));
    }

    private String expected(DemoCast.Part part) {
        var definition = definition(part.original() == null ? part : part.original());
        var isUndo = part.original() != null;
        return switch (definition.mode()) {
            case LATER -> "HandlingUdsatTilSenereBehandlingStruktur";
            case NONE -> isUndo ? "HandlingGennemførtStruktur" : "AcceptUdenHandlingStatusStruktur";
            case NOW, EITHER ->
                switch (definition.success()) {
                    case RESULT -> "HandlingGennemførtMedResultatInformationStruktur";
                    default -> "HandlingGennemførtStruktur";
                };
        };
    }

    private HandlingDefinition definition(DemoCast.Part part) {
        return catalogue.find(part.code()).orElseThrow().definition();
    }

    private static @Nullable String outcome(String body) {
        var found = OUTCOME.matcher(body);
        return found.find() ? Objects.requireNonNull(found.group(1)) : null;
    }

    private static String details(String body) {
        return DETAIL.matcher(body)
                .results()
                .map(found -> found.group(1) + "=" + found.group(2))
                .collect(Collectors.joining(", "));
    }
}
