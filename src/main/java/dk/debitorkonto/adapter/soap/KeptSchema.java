package dk.debitorkonto.adapter.soap;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.xml.transform.Result;
import javax.xml.transform.Source;
import javax.xml.validation.Schema;
import javax.xml.validation.TypeInfoProvider;
import javax.xml.validation.Validator;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * A schema whose validators are used again: to make one costs more than to check a message. One that has come to the end of what it
 * was given without an exception is kept for the next; another is left.
 */
final class KeptSchema extends Schema {

    private final Schema schema;
    private final Queue<Validator> validators = new ConcurrentLinkedQueue<>();
    private final Queue<ValidatorHandler> handlers = new ConcurrentLinkedQueue<>();

    KeptSchema(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Validator newValidator() {
        var kept = validators.poll();
        return new OnceMore(kept == null ? schema.newValidator() : kept);
    }

    @Override
    public ValidatorHandler newValidatorHandler() {
        var kept = handlers.poll();
        return new HandlerOnceMore(kept == null ? schema.newValidatorHandler() : kept);
    }

    private final class OnceMore extends Validator {
        private final Validator validator;

        OnceMore(Validator validator) {
            this.validator = validator;
        }

        @Override
        public void validate(Source source, @Nullable Result result) throws SAXException, IOException {
            validator.validate(source, result);
            validator.setErrorHandler(null);
            validators.add(validator);
        }

        @Override
        public void reset() {
            validator.reset();
        }

        @Override
        public void setErrorHandler(@Nullable ErrorHandler errors) {
            validator.setErrorHandler(errors);
        }

        @Override
        public @Nullable ErrorHandler getErrorHandler() {
            return validator.getErrorHandler();
        }

        @Override
        public void setResourceResolver(@Nullable LSResourceResolver resolver) {
            validator.setResourceResolver(resolver);
        }

        @Override
        public @Nullable LSResourceResolver getResourceResolver() {
            return validator.getResourceResolver();
        }

        @Override
        public @Nullable Object getProperty(String name) throws SAXNotRecognizedException, SAXNotSupportedException {
            return validator.getProperty(name);
        }
    }

    private final class HandlerOnceMore extends ValidatorHandler {
        private final ValidatorHandler handler;

        HandlerOnceMore(ValidatorHandler handler) {
            this.handler = handler;
        }

        @Override
        public void endDocument() throws SAXException {
            handler.endDocument();
            handler.setContentHandler(null);
            handler.setErrorHandler(null);
            handlers.add(handler);
        }

        @Override
        public void setContentHandler(@Nullable ContentHandler receiver) {
            handler.setContentHandler(receiver);
        }

        @Override
        public @Nullable ContentHandler getContentHandler() {
            return handler.getContentHandler();
        }

        @Override
        public void setErrorHandler(@Nullable ErrorHandler errors) {
            handler.setErrorHandler(errors);
        }

        @Override
        public @Nullable ErrorHandler getErrorHandler() {
            return handler.getErrorHandler();
        }

        @Override
        public void setResourceResolver(@Nullable LSResourceResolver resolver) {
            handler.setResourceResolver(resolver);
        }

        @Override
        public @Nullable LSResourceResolver getResourceResolver() {
            return handler.getResourceResolver();
        }

        @Override
        public TypeInfoProvider getTypeInfoProvider() {
            return handler.getTypeInfoProvider();
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            handler.setDocumentLocator(locator);
        }

        @Override
        public void startDocument() throws SAXException {
            handler.startDocument();
        }

        @Override
        public void startPrefixMapping(String prefix, String namespace) throws SAXException {
            handler.startPrefixMapping(prefix, namespace);
        }

        @Override
        public void endPrefixMapping(String prefix) throws SAXException {
            handler.endPrefixMapping(prefix);
        }

        @Override
        public void startElement(String namespace, String local, String name, Attributes attributes)
                throws SAXException {
            handler.startElement(namespace, local, name, attributes);
        }

        @Override
        public void endElement(String namespace, String local, String name) throws SAXException {
            handler.endElement(namespace, local, name);
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            handler.characters(text, start, length);
        }

        @Override
        public void ignorableWhitespace(char[] text, int start, int length) throws SAXException {
            handler.ignorableWhitespace(text, start, length);
        }

        @Override
        public void processingInstruction(String target, String data) throws SAXException {
            handler.processingInstruction(target, data);
        }

        @Override
        public void skippedEntity(String name) throws SAXException {
            handler.skippedEntity(name);
        }
    }
}
