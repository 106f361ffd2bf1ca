package dk.debitorkonto.adapter.soap.request;

import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Ends a validation at its first error. */
final class FirstError extends DefaultHandler {

    @Override
    public void error(SAXParseException error) throws SAXParseException {
        throw error;
    }
}
