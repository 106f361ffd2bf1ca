package dk.debitorkonto.soapui;

import static dk.debitorkonto.soapui.Nodes.children;

import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What came back. */
record Reply(int status, String body) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    Document document() {
        try {
            return Nodes.parsed(body);
        } catch (SAXException e) {
            throw new AssertionError("no XML: " + body, e);
        }
    }

    /** The first element of the body; empty where this isn't a SOAP message. */
    Optional<Element> content() {
        var envelope = document().getDocumentElement();
        if (!SOAP.equals(envelope.getNamespaceURI()) || !envelope.getLocalName().equals("Envelope"))
            return Optional.empty();
        var bodies = children(envelope, "Body");
        var contents = bodies.size() == 1 ? children(bodies.getFirst()) : List.<Element>of();
        return contents.size() == 1 ? Optional.of(contents.getFirst()) : Optional.empty();
    }

    boolean isFault() {
        return content()
                .filter(content -> SOAP.equals(content.getNamespaceURI())
                        && content.getLocalName().equals("Fault"))
                .isPresent();
    }
}
