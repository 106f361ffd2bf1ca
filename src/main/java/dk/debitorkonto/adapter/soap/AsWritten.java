package dk.debitorkonto.adapter.soap;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.codehaus.stax2.XMLStreamWriter2;

/** Sends the very text that was checked and stored, where there is one, and has nothing marshalled again. */
final class AsWritten extends AbstractPhaseInterceptor<Message> {

    AsWritten() {
        super(Phase.PRE_MARSHAL);
    }

    @Override
    public void handleMessage(Message message) {
        var written = Call.current().written();
        if (written == null) return;
        try {
            ((XMLStreamWriter2) message.getContent(XMLStreamWriter.class)).writeRaw(written);
        } catch (XMLStreamException e) {
            throw new Fault(e);
        }
        message.removeContent(List.class);
    }
}
