package dk.debitorkonto.adapter.soap;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.staxutils.StaxUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps all that goes wrong to the contract's fault: once, and without a word of how we are made. */
public final class Faults {

    static final String NAMESPACE = "http://serviceplatformen.dk/xml/schemas/ServiceplatformFault/1/";
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** What the caller is told of {@code thrown}; what is no broken contract is logged, here and only here. */
    public static BrokenContract of(Call call, Throwable thrown) {
        for (var each = thrown; each != null; each = each.getCause())
            if (each instanceof BrokenContract broken) {
                call.isRefused(broken.code(), broken.reason());
                return broken;
            }
        LOG.error("call {} failed", call.id(), thrown);
        call.isRefused("InternalError", thrown.getClass().getName());
        return BrokenContract.of(
                "InternalError", BrokenContract.Blame.US, "The call failed. Give the reference when asking about it.");
    }

    /** The text of the error list's one error. */
    static String text(Call call, BrokenContract broken) {
        return broken.getMessage() + " CallUUID: " + call.id() + " Received: "
                + call.received().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The fault as a whole message of the call's version. */
    public static Answer write(Call call, Throwable thrown) {
        var broken = of(call, thrown);
        var version = call.version();
        var text = new StringWriter();
        try {
            var writer = StaxUtils.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement("soap", "Envelope", version.namespace());
            writer.writeNamespace("soap", version.namespace());
            writer.writeStartElement("soap", "Body", version.namespace());
            writer.writeStartElement("soap", "Fault", version.namespace());
            if (version == Soap.V11) write11(writer, broken);
            else write12(writer, broken);
            writeDetail(writer, broken, text(call, broken));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a fault can't be written", e);
        }
        return new Answer(
                broken.status(version),
                version.mediaType() + ";charset=UTF-8",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write11(XMLStreamWriter writer, BrokenContract broken) throws XMLStreamException {
        writer.writeStartElement("faultcode");
        writer.writeCharacters("soap:" + Soap.V11.code(broken.blame()));
        writer.writeEndElement();
        writer.writeStartElement("faultstring");
        writer.writeCharacters(broken.code());
        writer.writeEndElement();
        writer.writeStartElement("detail");
    }

    private static void write12(XMLStreamWriter writer, BrokenContract broken) throws XMLStreamException {
        var soap = Soap.V12.namespace();
        writer.writeStartElement("soap", "Code", soap);
        writer.writeStartElement("soap", "Value", soap);
        writer.writeCharacters("soap:" + Soap.V12.code(broken.blame()));
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeStartElement("soap", "Reason", soap);
        writer.writeStartElement("soap", "Text", soap);
        writer.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
        writer.writeCharacters(broken.code());
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeStartElement("soap", "Detail", soap);
    }

    /** The detail's content, which is the same in both versions. */
    static void writeDetail(XMLStreamWriter writer, BrokenContract broken, String text) throws XMLStreamException {
        writer.writeStartElement("f", "ServiceplatformFault", NAMESPACE);
        writer.writeNamespace("f", NAMESPACE);
        writer.writeStartElement("f", "ErrorList", NAMESPACE);
        writer.writeStartElement("f", "Error", NAMESPACE);
        writer.writeStartElement("f", "ErrorCode", NAMESPACE);
        writer.writeCharacters(broken.code());
        writer.writeEndElement();
        writer.writeStartElement("f", "ErrorText", NAMESPACE);
        writer.writeCharacters(text);
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeEndElement();
        writer.writeEndElement();
    }
}
