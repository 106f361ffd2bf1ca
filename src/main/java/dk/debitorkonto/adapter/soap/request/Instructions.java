package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Counterpart.Behaviour;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.kontekst.ProcessingType;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * @param counterpart how the simulated counterpart is to behave
 * @param unavailable the element that can't be followed
 */
record Instructions(
        boolean dryRun,
        @Nullable String fingerprint,
        @Nullable Behaviour counterpart,
        @Nullable String unavailable) {

    private static final Map<String, Mistake> MISTAKES = Map.of(
            "TIMEOUT", Mistake.TIME_OUT,
            "HTTP500", Mistake.HTTP_500,
            "UGYLDIGXML", Mistake.INVALID_XML,
            "LANGSOM", Mistake.SLOW,
            "FORKERTSIGNATUR", Mistake.WRONG_SIGNATURE,
            "FØRKVITTERING", Mistake.BEFORE_RECEIPT);

    static final String DRY_RUN = "Prøvekørsel";
    static final String FINGERPRINT = "Fingeraftryk";
    static final String COUNTERPART = "Testmodpart";
    static final String NAMESPACE = Contract.PROCESSING_NAMESPACE;

    /** With one more; null where it isn't known. */
    private @Nullable Instructions with(Element element) {
        return switch (element.getLocalName()) {
            case DRY_RUN -> new Instructions(true, fingerprint, counterpart, null);
            case FINGERPRINT ->
                new Instructions(dryRun, element.getTextContent().trim(), counterpart, null);
            case COUNTERPART -> {
                var behaviour = behaviour(element);
                yield behaviour == null ? null : new Instructions(dryRun, fingerprint, behaviour, null);
            }
            default -> null;
        };
    }

    private static @Nullable Behaviour behaviour(Element element) {
        var delay = child(element, "Forsinkelse");
        var times = child(element, "Gentag");
        var mistake = child(element, "Fejl");
        try {
            return new Behaviour(
                    "AFVIS".equals(child(element, "Udfald")),
                    delay == null ? Duration.ZERO : Duration.parse(delay),
                    times == null ? null : Integer.valueOf(times),
                    mistake == null ? null : MISTAKES.get(mistake));
        } catch (DateTimeParseException e) {
            // Longer than anybody counts.
            return null;
        }
    }

    private static @Nullable String child(Element parent, String name) {
        var found = parent.getElementsByTagNameNS(NAMESPACE, name).item(0);
        return found == null ? null : found.getTextContent().trim();
    }

    /** Reads instructions by the schema that is served. */
    static final class Reader {

        private final Schema schema = Xml.schema("processing.xsd");

        Instructions read(List<ProcessingType> processing) {
            var read = new Instructions(false, null, null, null);
            var seen = new HashSet<String>();
            for (var each : processing) {
                var element = each.getAny();
                if (element == null || !NAMESPACE.equals(element.getNamespaceURI())) continue;
                var name = element.getLocalName();
                var more = isInSchema(element) && seen.add(name) ? read.with(element) : null;
                if (more == null) return new Instructions(false, null, null, name);
                read = more;
            }
            return read;
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
