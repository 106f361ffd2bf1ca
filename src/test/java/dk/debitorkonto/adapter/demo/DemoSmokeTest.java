package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The whole system with its demo data: it has what its banner tells of, and all that it does can be undone. */
@DemoUnderTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoSmokeTest {

    private static final Pattern DETAIL = Pattern.compile(
            "<(?:\\w+:)?(LokalÅrsagKode|LokalÅrsagTekst|ElementNavn|faultstring|ErrorText|FejlTekst)[^>]*>([^<]*)<");

    private final Door door;
    private final Catalogue catalogue;

    DemoSmokeTest(@Value("${local.server.port}") int port, @Autowired Catalogue catalogue) {
        this.door = new Door(port);
        this.catalogue = catalogue;
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

        assertThat(DemoReply.structure(reply.body())).as(reply.body()).isEqualTo(DemoReply.WITH_RESULT);
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

    /** What was only just done can be undone, but a handover; HandlingGoldenTest asks each type in detail. */
    @Test
    @Order(3)
    void does_and_undoes_all_that_is_done_at_once(@Autowired Import imports) throws Exception {
        var parts = DemoCopy.into(imports, 'e').stream()
                .filter(part -> part.original() == null && DemoReply.mode(part) != Mode.LATER)
                .toList();
        var failures = new ArrayList<String>();
        for (var part : parts) failures.addAll(tried(part));
        for (var part : parts.reversed())
            if (!part.code().equals("OVERDRAG_DEBITORKONTO")) failures.addAll(tried(DemoCopy.undoing(part)));

        assertThat(failures).isEmpty();
    }

    @Test
    @Order(4)
    void keeps_the_books_in_balance() {
        assertThat(door.get("/api/v1/proof").body()).contains("\"holds\":true");
    }

    /** What went wrong, if anything. */
    private List<String> tried(DemoCast.Part part) {
        var reply = door.post(Door.REQUESTS, DemoRequest.of(part, OffsetDateTime.now()));
        var structure = DemoReply.structure(reply.body());
        var expected = DemoReply.expected(part);
        return reply.statusCode() == 200 && expected.equals(structure)
                ? List.of()
                : List.of(part.name()
                        + (part.original() == null
                                ? ""
                                : " of " + part.original().code()) + ": expected " + expected + ", got "
                        + reply.statusCode() + " " + structure + " " + details(reply.body()));
    }

    private static String details(String body) {
        return DETAIL.matcher(body)
                .results()
                .map(found -> found.group(1) + "=" + found.group(2))
                .collect(Collectors.joining(", "));
    }
}
