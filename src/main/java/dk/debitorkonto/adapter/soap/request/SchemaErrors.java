package dk.debitorkonto.adapter.soap.request;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** All elements of a tree that a schema finds wrong. */
final class SchemaErrors extends DefaultHandler {

    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

    private final Validator validator;
    private final Set<Element> values = new LinkedHashSet<>();
    private boolean any;

    private SchemaErrors(Validator validator) {
        this.validator = validator;
    }

    static SchemaErrors in(Schema schema, Element element) {
        var validator = schema.newValidator();
        var errors = new SchemaErrors(validator);
        validator.setErrorHandler(errors);
        try {
            validator.validate(new DOMSource(element));
        } catch (SAXException e) {
            errors.any = true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return errors;
    }

    boolean any() {
        return any;
    }

    /** Those with a wrong value; that children are missing, too many or in another order is not told here. */
    List<Element> values() {
        return new ArrayList<>(values);
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
        any = true;
        var isOfChildren = String.valueOf(error.getMessage()).startsWith("cvc-complex-type.2.4");
        if (!isOfChildren && validator.getProperty(CURRENT) instanceof Element element) values.add(element);
    }
}
