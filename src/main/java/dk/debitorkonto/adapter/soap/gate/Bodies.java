package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.SoapSettings;
import dk.debitorkonto.adapter.soap.Xml;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.validation.Schema;

/** Reads the body of a call, counting, and looks through it. */
public final class Bodies {

    private final SoapSettings settings;
    private final Xml xml;
    private final Map<Contract, Schema> schemas = new EnumMap<>(Contract.class);

    public Bodies(SoapSettings settings, Xml xml) {
        this.settings = settings;
        this.xml = xml;
        for (var contract : Contract.values()) schemas.put(contract, Xml.schema(contract.title() + "Interface.xsd"));
    }

    /** @throws BrokenContract where it is too large, too slow, or breaks off */
    byte[] read(Call call, HttpServletRequest request) {
        if (request.getContentLengthLong() > settings.maxBytes()) throw tooLarge();
        var body = new ByteArrayOutputStream(Math.max(1024, request.getContentLength()));
        try {
            read(request.getInputStream(), body);
        } catch (IOException e) {
            throw notInTime();
        } finally {
            call.hasReceived(body.toByteArray());
        }
        return body.toByteArray();
    }

    private void read(InputStream in, ByteArrayOutputStream body) throws IOException {
        var buffer = new byte[16384];
        var end = System.nanoTime() + settings.bodyTimeout().toNanos();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            body.write(buffer, 0, count);
            if (body.size() > settings.maxBytes()) throw tooLarge();
            if (System.nanoTime() - end > 0) throw notInTime();
        }
    }

    /** @throws BrokenContract for the first thing that is wrong */
    Call.Message scan(Call call, byte[] body, MediaType type) {
        var text = Encodings.decode(body, type.charset());
        try {
            var schema = schemas.get(call.contract());
            if (schema == null) throw new IllegalStateException("no schema for " + call.contract());
            var message = new EnvelopeScan(call, xml.reader(text), new Limits(settings), schema).read(text);
            checkActions(call, type, message.operation());
            return message;
        } catch (XMLStreamException e) {
            // A limit has no place.
            if (e.getLocation() == null) throw BrokenContract.tooLarge("a limit of the parser is passed");
            throw BrokenContract.schema("The message is not well-formed XML at line "
                    + e.getLocation().getLineNumber() + ", column "
                    + e.getLocation().getColumnNumber() + ".");
        }
    }

    private static void checkActions(Call call, MediaType type, String operation) {
        for (var action : type.actions())
            if (!action.equals(call.contract().action(operation)))
                throw BrokenContract.schema("SOAPAction is not that of the Body's operation " + operation + ".");
    }

    private static BrokenContract notInTime() {
        return BrokenContract.http(408, "The message did not arrive whole and in time.");
    }

    private BrokenContract tooLarge() {
        return BrokenContract.tooLarge("it may have " + settings.maxBytes() + " bytes");
    }
}
