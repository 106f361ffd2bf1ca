package dk.debitorkonto.adapter.soap.route;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Soap;
import dk.debitorkonto.adapter.soap.Xml;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is passed on: its body character by character as it came, in an envelope of ours.
 *
 * @param text the whole message, in SOAP 1.1
 * @param instruction the first processing instruction of ours in it
 */
record PassedOnMessage(String text, @Nullable String instruction) {

    private static final int PART = 2;
    private static final int BLOCK = 3;

    /** @param message one that the gate has let in */
    static PassedOnMessage of(Xml xml, String message) {
        try {
            return new Reading(xml.reader(message)).of(message);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a message can't be read for the second time", e);
        }
    }

    /** Looks for where the body's element stands, and for what its prefixes mean there. */
    private static final class Reading {

        private final XMLStreamReader2 reader;
        private final Map<String, String> namespaces = new LinkedHashMap<>();
        private int depth;
        private boolean inBody;
        private int from;
        private int to;
        private @Nullable String instruction;

        Reading(XMLStreamReader2 reader) {
            this.reader = reader;
        }

        PassedOnMessage of(String message) throws XMLStreamException {
            while (reader.hasNext())
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start();
                    case XMLStreamConstants.END_ELEMENT -> end();
                    default -> {
                        // It is taken as it stands.
                    }
                }
            return new PassedOnMessage(enveloped(message.substring(from, to)), instruction);
        }

        private void start() {
            depth++;
            if (depth == PART) inBody = reader.getLocalName().equals("Body");
            if (depth < PART || depth == PART && inBody) rememberNamespaces();
            if (!inBody) return;
            if (depth == BLOCK) from = offset(reader.getLocationInfo().getStartingCharOffset());
            if (instruction == null && Contract.PROCESSING_NAMESPACE.equals(reader.getNamespaceURI()))
                instruction = reader.getLocalName();
        }

        private void end() throws XMLStreamException {
            if (depth == BLOCK && inBody) to = offset(reader.getLocationInfo().getEndingCharOffset());
            depth--;
        }

        private static int offset(long characters) {
            return Math.toIntExact(characters);
        }

        private void rememberNamespaces() {
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                var prefix = reader.getNamespacePrefix(i);
                var uri = reader.getNamespaceURI(i);
                namespaces.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
            }
        }

        private String enveloped(String body) {
            var soap = "soap";
            while (namespaces.containsKey(soap)) soap += "_";
            var declared = new StringBuilder();
            namespaces.forEach((prefix, uri) -> declared.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                    .append("=\"")
                    .append(uri.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                    .append('"'));
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%1$s:Envelope xmlns:%1$s=\"%2$s\"><%1$s:Body%3$s>%4$s</%1$s:Body></%1$s:Envelope>"
                    .formatted(soap, Soap.V11.namespace(), declared, body);
        }
    }
}
