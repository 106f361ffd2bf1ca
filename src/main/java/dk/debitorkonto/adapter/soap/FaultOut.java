package dk.debitorkonto.adapter.soap;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.W3CDOMStreamWriter;

/** Gives the faults that CXF sends the contract's form. */
final class FaultOut extends AbstractSoapInterceptor {

    FaultOut() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        var call = Call.current();
        var broken = Faults.of(call, message.getContent(Exception.class));
        var version = call.version();
        var fault = new SoapFault(broken.code(), new QName(version.namespace(), version.code(broken.blame())));
        try {
            var detail = new W3CDOMStreamWriter();
            detail.writeStartElement(version == Soap.V11 ? "detail" : "Detail");
            Faults.writeDetail(detail, broken, Faults.text(call, broken));
            detail.writeEndElement();
            fault.setDetail(detail.getDocument().getDocumentElement());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a fault can't be written", e);
        }
        fault.setStatusCode(broken.status(version));
        message.setContent(Exception.class, fault);
    }
}
