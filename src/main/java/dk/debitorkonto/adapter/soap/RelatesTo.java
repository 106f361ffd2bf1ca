package dk.debitorkonto.adapter.soap;

import java.util.UUID;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;

/** Addresses the answer to a message that had a MessageID. */
final class RelatesTo extends AbstractSoapInterceptor {

    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private final boolean ofFaults;

    RelatesTo(boolean ofFaults) {
        super(Phase.PRE_PROTOCOL);
        this.ofFaults = ofFaults;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        var call = Call.current();
        var asked = call.message();
        if (asked.messageId() == null) return;
        var action = ofFaults ? ADDRESSING + "/fault" : call.contract().action(asked.operation() + "Response");
        add(message, "Action", action);
        add(message, "MessageID", "urn:uuid:" + UUID.randomUUID());
        add(message, "RelatesTo", asked.messageId());
    }

    private static void add(SoapMessage message, String name, String value) {
        try {
            var writer = new W3CDOMStreamWriter();
            writer.writeStartElement("wsa", name, ADDRESSING);
            writer.writeNamespace("wsa", ADDRESSING);
            writer.writeCharacters(value);
            writer.writeEndElement();
            message.getHeaders()
                    .add(new Header(
                            new QName(ADDRESSING, name), writer.getDocument().getDocumentElement()));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a header can't be written", e);
        }
    }
}
