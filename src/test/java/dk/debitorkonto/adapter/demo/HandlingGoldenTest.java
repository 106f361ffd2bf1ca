package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.w3c.dom.Element;
import org.xmlunit.assertj3.XmlAssert;

/**
 * Each handling type in each variant: the request, what a dry run of it tells, and its receipt, message by message.
 *
 * <p>The files are of the demo's own objects, so that they can be sent to it. {@code -Dgolden.write=true} writes them
 * anew; the difference is read by a person.
 */
@DemoUnderTest
class HandlingGoldenTest {

    static final Path GOLDEN = Path.of("src/test/resources/golden/DebitorkontoAnmodningAfsend/handling");

    /** Long past for any machine: one whose clock is behind refuses what comes from its future. */
    static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-02T08:15:00+01:00");

    private static final String DRY_RUN =
            "<k:Processing><p:Prøvekørsel xmlns:p=\"urn:debitorkonto:processing:1\"/></k:Processing>";

    private final Door door;

    HandlingGoldenTest(@Value("${local.server.port}") int port) {
        this.door = new Door(port);
    }

    static Stream<Named<DemoCast.Part>> parts() {
        return DemoCast.parts().stream().map(part -> Named.of(part.name(), part));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void replies_as_before(DemoCast.Part part) throws Exception {
        var folder = GOLDEN.resolve(part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (part.original() != null) {
            var first = DemoRequest.of(part.original(), SENT);
            isGolden(folder.resolve("first.xml"), first);
            assertThat(DemoReply.structure(sent(first))).isEqualTo(DemoReply.expected(part.original()));
        }
        var request = DemoRequest.of(part, SENT);
        isGolden(folder.resolve("request.xml"), request);

        var dryRun = sent(request.replace("</k:Rute>", "</k:Rute>" + DRY_RUN));
        var reply = sent(request);

        isGolden(folder.resolve("proevekoersel.xml"), dryRun);
        isGolden(folder.resolve("reply.xml"), reply);
        assertThat(DemoReply.structure(dryRun)).isEqualTo(DemoReply.WITH_RESULT);
        assertThat(DemoReply.structure(reply)).isEqualTo(DemoReply.expected(part));
        if (DemoReply.expected(part).equals(DemoReply.WITH_RESULT))
            XmlAssert.assertThat(result(reply)).and(result(dryRun)).areIdentical();
    }

    private String sent(String request) {
        var response = door.post(Door.REQUESTS, request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static Element result(String reply) {
        return Messages.named(Messages.content(Messages.parsed(reply)), "Resultat")
                .getFirst();
    }

    private static void isGolden(Path file, String message) throws Exception {
        Messages.isInSchema(message);
        Messages.hasMarkOrList(message);
        if (Boolean.getBoolean("golden.write")) write(file, message);
        XmlAssert.assertThat(message)
                .and(Files.readString(file))
                .normalizeWhitespace()
                .areSimilar();
    }

    /** A request stays as it is laid out; what differs in nothing but white space stays too. */
    private static void write(Path file, String message) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, message.contains("\n") ? message : Messages.indented(message));
    }
}
