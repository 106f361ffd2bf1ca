package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.kontekst.ProcessingType;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What Processing asks for, as far as it is of our namespace.
 *
 * @param dryRun decide, and store nothing
 * @param fingerprint the effect that is wanted
 * @param unavailable the element that can't be followed
 */
record Instructions(
        boolean dryRun,
        @Nullable String fingerprint,
        @Nullable String unavailable) {

    static final String NAMESPACE = "urn:debitorkonto:processing:1";

    /** Reads instructions by the schema that is served. */
    static final class Reader {

        private final Schema schema = Xml.schema("processing.xsd");

        Instructions read(List<ProcessingType> processing) {
            var dryRun = false;
            String fingerprint = null;
            var seen = new HashSet<String>();
            for (var each : processing) {
                var element = each.getAny();
                if (element == null || !NAMESPACE.equals(element.getNamespaceURI())) continue;
                var name = element.getLocalName();
                if (!isInSchema(element) || !seen.add(name)) return new Instructions(false, null, name);
                switch (name) {
                    case "Prøvekørsel" -> dryRun = true;
                    case "Fingeraftryk" ->
                        fingerprint = element.getTextContent().trim();
                    default -> {
                        return new Instructions(false, null, name);
                    }
                }
            }
            return new Instructions(dryRun, fingerprint, null);
        }

        private boolean isInSchema(Element element) {
            try {
                var validator = schema.newValidator();
                validator.setErrorHandler(new FirstError());
                validator.validate(new DOMSource(element));
                return true;
            } catch (SAXException e) {
                return false;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
