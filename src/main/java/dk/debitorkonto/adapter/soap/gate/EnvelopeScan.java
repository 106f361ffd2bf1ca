package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.BrokenContract.Blame;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Content;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Soap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.validation.Schema;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads a message once, from end to end: its shape, its headers, its limits, its schema, and what it says. */
final class EnvelopeScan {

    private static final int ENVELOPE = 1;
    private static final int PART = 2;
    private static final int BLOCK = 3;
    /** Years that calendars, databases and other systems agree on. */
    private static final Pattern DATE = Pattern.compile("\\s*(?!0000)\\d{4}-.*", Pattern.DOTALL);

    private final Call call;
    private final XMLStreamReader2 reader;
    private final Limits limits;
    private final Schema schema;
    private final HeaderRules headers = new HeaderRules();
    private final Content.Recorder content = new Content.Recorder();
    private final StringBuilder text = new StringBuilder();
    private final List<String[]> outerNamespaces = new ArrayList<>();
    private @Nullable BodyCheck check;
    private @Nullable String part;
    private @Nullable String operation;

    EnvelopeScan(Call call, XMLStreamReader2 reader, Limits limits, Schema schema) {
        this.call = call;
        this.reader = reader;
        this.limits = limits;
        this.schema = schema;
    }

    /**
     * Reads all of it.
     *
     * @param source the message as text, which is handed on
     * @throws BrokenContract for the first thing that is wrong
     */
    Call.Message read(String source) throws XMLStreamException {
        try {
            if ("1.1".equals(reader.getVersion())) throw BrokenContract.schema("XML 1.1 is not taken. Send XML 1.0.");
            while (reader.hasNext()) event(reader.next());
        } catch (SAXException e) {
            throw notInSchema(Expected.in(String.valueOf(e.getMessage())));
        }
        if (operation == null) throw shape("The envelope has no Body with a request in it.");
        headers.check(call.contract(), operation);
        if (headers.secured()) throw BrokenContract.security("wsse:Security on the plain port");
        return new Call.Message(operation, source, content.content(), headers.messageId());
    }

    private void event(int event) throws SAXException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                limits.text(text.length() + reader.getTextLength());
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
            case XMLStreamConstants.DTD -> throw shape("A document type declaration is not taken.");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw shape("Entities are not taken.");
            default -> {
                // Comments and processing instructions say nothing here.
            }
        }
    }

    private void start() throws SAXException {
        flushText();
        limits.start(reader);
        switch (limits.depth()) {
            case ENVELOPE -> envelope();
            case PART -> part();
            case BLOCK -> {
                notSoap();
                if ("Body".equals(part)) request();
                else headers.start(call.version(), reader);
            }
            default -> notSoap();
        }
        if (check != null) {
            check.start(reader);
            content.start(reader);
        }
    }

    private void envelope() {
        var version = Soap.ofNamespace(reader.getNamespaceURI());
        if (version == null || !reader.getLocalName().equals("Envelope"))
            throw BrokenContract.schema(Blame.VERSION, "The message is no envelope of SOAP 1.1 or 1.2.");
        var announced = call.version();
        call.isOf(version);
        if (announced != version)
            throw BrokenContract.schema(Blame.VERSION, "The media type is that of another version of SOAP.");
        rememberNamespaces();
    }

    private void part() {
        var name = reader.getLocalName();
        var isSoap = Soap.ofNamespace(reader.getNamespaceURI()) == call.version();
        var isInPlace = part == null ? name.equals("Header") || name.equals("Body") : name.equals("Body");
        if (!isSoap || !isInPlace || "Body".equals(part))
            throw shape("The envelope has something else than one Header, if any, and one Body.");
        part = name;
        if (name.equals("Body")) rememberNamespaces();
    }

    private void rememberNamespaces() {
        for (int i = 0; i < reader.getNamespaceCount(); i++)
            outerNamespaces.add(new String[] {reader.getNamespacePrefix(i), reader.getNamespaceURI(i)});
    }

    private void request() throws SAXException {
        if (operation != null) throw shape("The Body has more than one request.");
        operation = call.contract().operationOf(Objects.toString(reader.getNamespaceURI(), ""), reader.getLocalName());
        if (operation == null) throw shape("The Body's element is no request of this service.");
        check = new BodyCheck(schema);
        for (var namespace : outerNamespaces) check.declare(namespace[0], namespace[1]);
    }

    private void notSoap() {
        if (Soap.ofNamespace(reader.getNamespaceURI()) != null)
            throw shape("An element of SOAP's namespace is where none may be.");
    }

    private void end() throws SAXException {
        var own = text.toString();
        flushText();
        if (check != null) {
            if (reader.getLocalName().endsWith("Dato") && Contract.NAMESPACE.equals(reader.getNamespaceURI()))
                date(own);
            check.end(reader);
            content.end();
            if (limits.depth() == BLOCK) {
                check.finish();
                check = null;
            }
        } else if ("Header".equals(part)) {
            if (limits.depth() == BLOCK) headers.end(own);
            else if (limits.depth() > BLOCK) headers.childEnds(reader.getNamespaceURI(), reader.getLocalName(), own);
        }
        limits.end();
    }

    private void flushText() throws SAXException {
        if (text.isEmpty()) return;
        if (check != null) {
            check.text(text);
            content.text(text);
        } else if (limits.depth() < BLOCK && !text.toString().isBlank())
            throw shape("There is text outside the request.");
        text.setLength(0);
    }

    private void date(String value) {
        if (!value.isBlank() && !DATE.matcher(value).matches()) throw notInSchema("expected a date, as 2026-01-31");
    }

    private BrokenContract notInSchema(String expected) {
        return BrokenContract.schema("Element " + limits.element() + ", line " + limits.line() + ", column "
                + limits.column() + ": " + expected + ".");
    }

    private static BrokenContract shape(String text) {
        return BrokenContract.schema(text);
    }
}
