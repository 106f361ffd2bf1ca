package dk.debitorkonto.soapui;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The schemas of the contract, from {@code wsdl/}. */
final class Schemas {

    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    /**
     * Why the content of a reply isn't what the operation promises; empty: it is.
     *
     * @param binding as in {@code DebitorkontoAnmodningAfsendServiceBinding}
     */
    static Optional<String> fault(String binding, String operation, Element content, boolean isFault) {
        if (isFault) {
            var detail = Nodes.children(content, "detail").stream()
                    .flatMap(each -> Nodes.children(each).stream())
                    .toList();
            return detail.size() == 1
                    ? invalid("ServiceplatformFault.xsd", detail.getFirst())
                    : Optional.of("the fault has not one detail");
        }
        return content.getLocalName().equals(operation + "_O")
                ? invalid(binding.replace("ServiceBinding", "Interface.xsd"), content)
                : Optional.of("the reply is a " + content.getLocalName());
    }

    /** Why what was sent isn't a message of the operation; empty: it is. */
    static Optional<String> requestFault(String binding, String operation, Element content) {
        return content.getLocalName().equals(operation + "_I")
                ? invalid(binding.replace("ServiceBinding", "Interface.xsd"), content)
                : Optional.of("the message is a " + content.getLocalName());
    }

    private static Optional<String> invalid(String schema, Element element) {
        try {
            var validator = COMPILED.computeIfAbsent(schema, Schemas::compiled).newValidator();
            validator.setErrorHandler(new Nodes.Throwing());
            validator.validate(new DOMSource(element));
            return Optional.empty();
        } catch (SAXException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema compiled(String file) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new File("wsdl", file));
        } catch (SAXException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
