package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xmlunit.assertj3.XmlAssert;

/** Each golden request gets its golden reply: the same XML, valid by the schemas that we serve. */
@DoorUnderTest
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<Schema> SCHEMAS = List.of(
            Xml.schema("DebitorkontoAnmodningAfsendInterface.xsd"),
            Xml.schema("DebitorkontoAnmodningSvarAfsendInterface.xsd"));
    private static final Schema RESULT = Xml.schema("resultat.xsd");
    private static final Schema FAULT = Xml.schema("ServiceplatformFault.xsd");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private DoorUnderTest.Desk desk;

    static Stream<String> cases() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            return files
                    .filter(file -> file.endsWith("request.xml"))
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
        isInSchema(parsed(response.body()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_positive_receipt_has_either_the_mark_or_a_list(String name) throws Exception {
        var reply = parsed(Files.readString(GOLDEN.resolve(name + "/reply.xml")));
        for (var structure : List.of(
                "AcceptUdenHandlingStatusStruktur",
                "HandlingGennemførtStruktur",
                "HandlingGennemførtMedResultatInformationStruktur",
                "AcceptStruktur"))
            for (var element : elements(reply.getElementsByTagNameNS(Contract.NAMESPACE, structure))) {
                var marks = elements(element.getElementsByTagNameNS("*", "*")).stream()
                        .filter(each -> each.getLocalName().endsWith("UdenBemærkninger"))
                        .count();
                var lists = elements(element.getElementsByTagNameNS("*", "*")).stream()
                        .filter(each -> each.getLocalName().endsWith("Liste"))
                        .count();
                assertThat(marks == 1).as("mark, and " + lists + " lists").isEqualTo(lists == 0);
            }
    }

    private static int status(String name, String reply) {
        if (!reply.contains("Fault>")) return 200;
        return name.endsWith("soap12") ? 400 : 500;
    }

    private static void isInSchema(Document message) throws Exception {
        var body = elements(message.getElementsByTagNameNS("*", "Body")).getFirst();
        var content = elements(body.getChildNodes()).getFirst();
        if (content.getLocalName().equals("Fault")) {
            var detail = elements(content.getElementsByTagNameNS(Faults.NAMESPACE, "ServiceplatformFault"));
            FAULT.newValidator().validate(new DOMSource(detail.getFirst()));
            return;
        }
        var isRequest = content.getLocalName().startsWith("Anmod")
                || content.getLocalName().startsWith("Ping");
        SCHEMAS.get(isRequest ? 0 : 1).newValidator().validate(new DOMSource(content));
        for (var result : elements(content.getElementsByTagNameNS("urn:debitorkonto:resultat:1", "Resultat")))
            RESULT.newValidator().validate(new DOMSource(result));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
