package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.xmlunit.assertj3.XmlAssert;

/** Each golden request gets its golden reply: the same XML, valid by the schemas that we serve. */
@DoorUnderTest
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    /** What the whole system is asked, not the door alone: HandlingGoldenTest. */
    private static final Path OF_HANDLINGS = GOLDEN.resolve("DebitorkontoAnmodningAfsend/handling");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private DoorUnderTest.Desk desk;

    @Autowired
    private DoorUnderTest.Answers answers;

    static Stream<String> cases() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files
                    .filter(file -> file.endsWith("request.xml") && !file.startsWith(OF_HANDLINGS))
                    .map(file -> GOLDEN.relativize(file.getParent()).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void replies_as_before(String name) throws Exception {
        var slash = name.indexOf('/');
        desk.answers(Replies.of(name.substring(slash + 1)));
        answers.says(Replies.ofAnswer(name.substring(slash + 1)));

        var response = new Door(port)
                .post(
                        "/service/OIR/" + name.substring(0, slash) + "/1",
                        Files.readString(GOLDEN.resolve(name + "/request.xml")));

        var reply =
                response.body().replaceAll("CallUUID: [0-9a-f-]{36} Received: [0-9T:.-]+Z", "CallUUID: * Received: *Z");
        var golden = GOLDEN.resolve(name + "/reply.xml");
        // Only where there is none: one that differs is read by a person.
        if (Files.notExists(golden)) Files.writeString(golden, reply);
        XmlAssert.assertThat(reply)
                .and(Files.readString(golden))
                .normalizeWhitespace()
                .areSimilar();
        assertThat(response.statusCode()).isEqualTo(status(name, reply));
        Messages.isInSchema(response.body());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_positive_receipt_has_either_the_mark_or_a_list(String name) throws Exception {
        Messages.hasMarkOrList(Files.readString(GOLDEN.resolve(name + "/reply.xml")));
    }

    private static int status(String name, String reply) {
        if (!reply.contains("Fault>")) return 200;
        return name.endsWith("soap12") ? 400 : 500;
    }
}
