package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads messages of the contract, and says what must hold for each. */
public final class Messages {

    public static final String RESULT_NAMESPACE = "urn:debitorkonto:resultat:1";

    private static final List<Schema> SCHEMAS = List.of(
            Xml.schema("DebitorkontoAnmodningAfsendInterface.xsd"),
            Xml.schema("DebitorkontoAnmodningSvarAfsendInterface.xsd"));
    private static final Schema RESULT = Xml.schema("resultat.xsd");
    private static final Schema FAULT = Xml.schema("ServiceplatformFault.xsd");
    private static final List<String> POSITIVE = List.of(
            "AcceptUdenHandlingStatusStruktur",
            "HandlingGennemførtStruktur",
            "HandlingGennemførtMedResultatInformationStruktur",
            "AcceptStruktur");

    private Messages() {}

    public static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no XML: " + xml, e);
        }
    }

    /** The same message, to be read by a person. */
    public static String indented(String xml) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.INDENT, "yes");
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            var text = new StringWriter();
            transformer.transform(new DOMSource(parsed(xml)), new StreamResult(text));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text;
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the envelope holds. */
    public static Element content(Document message) {
        var body = elements(message.getElementsByTagNameNS("*", "Body")).getFirst();
        return elements(body.getChildNodes()).getFirst();
    }

    /** Checks the message, and the result in it, by the schemas that are served. */
    public static void isInSchema(String xml) throws Exception {
        var content = content(parsed(xml));
        if (content.getLocalName().equals("Fault")) {
            var detail = elements(content.getElementsByTagNameNS(Faults.NAMESPACE, "ServiceplatformFault"));
            FAULT.newValidator().validate(new DOMSource(detail.getFirst()));
            return;
        }
        var isRequest = content.getLocalName().startsWith("Anmod")
                || content.getLocalName().startsWith("Ping");
        SCHEMAS.get(isRequest ? 0 : 1).newValidator().validate(new DOMSource(content));
        for (var result : named(content, "Resultat")) RESULT.newValidator().validate(new DOMSource(result));
    }

    /** Checks that a positive structure has either the mark or a list. */
    public static void hasMarkOrList(String xml) {
        var reply = parsed(xml);
        for (var structure : POSITIVE)
            for (var element : elements(reply.getElementsByTagNameNS(Contract.NAMESPACE, structure))) {
                var names = elements(element.getElementsByTagNameNS(Contract.NAMESPACE, "*")).stream()
                        .map(Node::getLocalName)
                        .toList();
                var marks = names.stream()
                        .filter(name -> name.endsWith("UdenBemærkninger"))
                        .count();
                var lists =
                        names.stream().filter(name -> name.endsWith("Liste")).count();
                assertThat(marks == 1).as("mark, and " + lists + " lists").isEqualTo(lists == 0);
            }
    }

    /** All elements of that local name below another, whatever the namespace. */
    public static List<Element> named(Element above, String name) {
        return elements(above.getElementsByTagNameNS("*", name));
    }

    public static List<Element> elements(NodeList nodes) {
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
