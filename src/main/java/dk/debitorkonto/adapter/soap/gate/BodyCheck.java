package dk.debitorkonto.adapter.soap.gate;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** Feeds a body to the schema's validator while it is read. */
final class BodyCheck implements ErrorHandler {

    private final ValidatorHandler validator;
    private final AttributesImpl attributes = new AttributesImpl();

    BodyCheck(Schema schema) throws SAXException {
        validator = schema.newValidatorHandler();
        validator.setErrorHandler(this);
        validator.startDocument();
    }

    /** @throws SAXException the first thing that isn't in the schema */
    void start(XMLStreamReader reader) throws SAXException {
        for (int i = 0; i < reader.getNamespaceCount(); i++)
            declare(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
        attributes.clear();
        for (int i = 0; i < reader.getAttributeCount(); i++)
            attributes.addAttribute(
                    text(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    name(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    "CDATA",
                    reader.getAttributeValue(i));
        validator.startElement(text(reader.getNamespaceURI()), reader.getLocalName(), name(reader), attributes);
    }

    void declare(@Nullable String prefix, @Nullable String namespace) throws SAXException {
        validator.startPrefixMapping(text(prefix), text(namespace));
    }

    void text(StringBuilder text) throws SAXException {
        var chars = new char[text.length()];
        text.getChars(0, chars.length, chars, 0);
        validator.characters(chars, 0, chars.length);
    }

    void end(XMLStreamReader reader) throws SAXException {
        validator.endElement(text(reader.getNamespaceURI()), reader.getLocalName(), name(reader));
        for (int i = 0; i < reader.getNamespaceCount(); i++)
            validator.endPrefixMapping(text(reader.getNamespacePrefix(i)));
    }

    void finish() throws SAXException {
        validator.endDocument();
    }

    @Override
    public void warning(SAXParseException warning) {
        // Nothing of the message's form.
    }

    @Override
    public void error(SAXParseException error) throws SAXParseException {
        throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXParseException {
        throw error;
    }

    private static String name(XMLStreamReader reader) {
        return name(reader.getPrefix(), reader.getLocalName());
    }

    private static String name(@Nullable String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    private static String text(@Nullable String text) {
        return text == null ? XMLConstants.NULL_NS_URI : text;
    }
}
