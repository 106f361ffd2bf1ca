package dk.debitorkonto.adapter.soap;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Lets CXF read the same text with the same parser as the gate did. */
final class ReadCall extends AbstractSoapInterceptor {

    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private final Xml xml;

    ReadCall(Xml xml) {
        super(Phase.RECEIVE);
        this.xml = xml;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        // What is answered is UTF-8, whatever the request was.
        message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        try {
            message.setContent(
                    XMLStreamReader.class, xml.reader(Call.current().message().text()));
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
    }

    /** The headers that the gate has looked at. */
    @Override
    public Set<QName> getUnderstoodHeaders() {
        var understood = new HashSet<QName>();
        for (var name : Set.of("To", "Action", "MessageID", "ReplyTo", "FaultTo", "From"))
            understood.add(new QName(ADDRESSING, name));
        understood.add(new QName("urn:liberty:sb", "Framework"));
        return understood;
    }
}
