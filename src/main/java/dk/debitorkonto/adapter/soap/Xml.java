package dk.debitorkonto.adapter.soap;

import com.ctc.wstx.api.WstxInputProperties;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.common.jaxb.JAXBUtils;
import org.apache.cxf.staxutils.StaxUtils;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.core.io.ClassPathResource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/** How XML is read, checked and written here: one parser with limits, the served schemas, the contract's classes. */
public final class Xml {

    /** For those who read the messages. */
    static final Map<String, String> PREFIXES = Map.of(Contract.NAMESPACE, "d", Contract.HEAD_NAMESPACE, "k");

    /** Woodstox; CXF refuses others. */
    private final XMLInputFactory parser = StaxUtils.createXMLInputFactory(true);

    private final Bus bus;
    private final JAXBContext classes;
    private final Schema receipts;
    private final Schema answers;

    public Xml(SoapSettings limits, Bus bus) {
        this.bus = bus;
        parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parser.setProperty(XMLInputFactory.IS_COALESCING, false);
        parser.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        parser.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.maxAttributes());
        parser.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.maxAttributeLength());
        parser.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        parser.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, limits.maxChildren());
        parser.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, limits.maxText());
        receipts = schema("DebitorkontoAnmodningAfsendInterface.xsd");
        answers = schema("DebitorkontoAnmodningSvarAfsendInterface.xsd");
        try {
            classes = JAXBContext.newInstance(
                    dk.debitorkonto.adapter.soap.contract.ObjectFactory.class,
                    dk.debitorkonto.adapter.soap.contract.kontekst.ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("the contract's classes don't fit together", e);
        }
    }

    /** Reads {@code text} within the limits, without DTD or entities of its own. */
    public XMLStreamReader2 reader(String text) throws XMLStreamException {
        return (XMLStreamReader2) parser.createXMLStreamReader(new StringReader(text));
    }

    /** A receipt as text, as it is stored; one that isn't in the schema is a bug and throws. */
    public String write(ForretningskvitteringType receipt) {
        return written(receipt, receipts);
    }

    /** An answer as the text of a SOAP message; one that isn't in the schema is a bug and throws. */
    public String write(AfsendDebitorkontoAnmodningSvarI answer) {
        return enveloped(written(answer, answers));
    }

    /** The receipt for an answer as the text of a SOAP message; one that isn't in the schema is a bug and throws. */
    public String write(AfsendDebitorkontoAnmodningSvarO receipt) {
        return enveloped(written(receipt, answers));
    }

    /** The text of a SOAP message around what was written. */
    public static String enveloped(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + Soap.V11.namespace()
                + "\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private String written(Object root, Schema schema) {
        var text = new StringWriter(1024);
        try {
            var marshaller = classes.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setSchema(schema);
            JAXBUtils.setNamespaceMapper(bus, PREFIXES, marshaller);
            marshaller.marshal(root, text);
        } catch (JAXBException e) {
            throw new IllegalStateException("what is to be sent can't be written", e);
        }
        return text.toString();
    }

    /**
     * What a SOAP 1.1 message of the answer service has in its body.
     *
     * @throws NotInContract where it is no such message, or not in the schema
     */
    public <T> T readAnswer(byte[] message, Class<T> type) throws NotInContract {
        return read(message, answers, type);
    }

    /**
     * The receipt that a SOAP 1.1 message of the request service has in its body.
     *
     * @throws NotInContract where it is no such message, or not in the schema
     */
    public <T extends ForretningskvitteringType> T readReceipt(byte[] message, Class<T> type) throws NotInContract {
        return read(message, receipts, type);
    }

    /**
     * The request that a SOAP 1.1 message of the request service has in its body.
     *
     * @throws NotInContract where it is no such message, or not in the schema
     */
    public DebitorkontoAnmodningType readRequest(byte[] message) throws NotInContract {
        return read(message, receipts, DebitorkontoAnmodningType.class);
    }

    private <T> T read(byte[] message, Schema schema, Class<T> type) throws NotInContract {
        try {
            var content = content(document(message));
            schema.newValidator().validate(new DOMSource(content));
            var read = classes.createUnmarshaller().unmarshal(content);
            if (!type.isInstance(read)) throw new NotInContract("another message: " + content.getLocalName());
            return type.cast(read);
        } catch (XMLStreamException | SAXException | JAXBException | IOException e) {
            throw new NotInContract(String.valueOf(e.getMessage()));
        }
    }

    private Document document(byte[] message) throws XMLStreamException, NotInContract {
        var reader = parser.createXMLStreamReader(new ByteArrayInputStream(message));
        // What isn't read isn't harmful either; but SOAP has none.
        while (reader.next() != XMLStreamConstants.START_ELEMENT)
            if (reader.getEventType() == XMLStreamConstants.DTD) throw new NotInContract("a document type declaration");
        return StaxUtils.read(reader);
    }

    private static Element content(Document message) throws NotInContract {
        var envelope = message.getDocumentElement();
        if (!isOfSoap(envelope, "Envelope")) throw new NotInContract("no SOAP 1.1 message");
        var parts = elements(envelope);
        if (parts.isEmpty() || !isOfSoap(parts.getLast(), "Body")) throw new NotInContract("no body");
        var contents = elements(parts.getLast());
        if (contents.size() != 1) throw new NotInContract("not one element in the body");
        return contents.getFirst();
    }

    private static boolean isOfSoap(Element element, String name) {
        return Soap.V11.namespace().equals(element.getNamespaceURI())
                && element.getLocalName().equals(name);
    }

    private static List<Element> elements(Element parent) {
        var elements = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element) elements.add(element);
        return elements;
    }

    /** That something isn't what the contract has there. */
    public static final class NotInContract extends Exception {
        private static final long serialVersionUID = 1;

        NotInContract(String why) {
            super(why, null, false, false);
        }
    }

    /** A receipt from the text that was stored. */
    public <T extends ForretningskvitteringType> T read(String receipt, Class<T> type) {
        try {
            return classes.createUnmarshaller().unmarshal(reader(receipt), type).getValue();
        } catch (JAXBException | XMLStreamException e) {
            throw new IllegalStateException("a stored receipt can't be read", e);
        }
    }

    /** Compiles a served schema file with those that it includes; nothing is fetched from elsewhere. */
    public static Schema schema(String file) {
        var factory = SchemaFactory.newDefaultInstance();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> served(systemId));
        try (var content = new ClassPathResource("wsdl/" + file).getInputStream()) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new KeptSchema(factory.newSchema(new StreamSource(content, file)));
        } catch (SAXException e) {
            throw new IllegalStateException(file + " is no schema", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static LSInput served(String systemId) {
        try {
            var loader = (DOMImplementationLS)
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            var input = loader.createLSInput();
            input.setSystemId(systemId);
            input.setByteStream(new ClassPathResource("wsdl/" + systemId).getInputStream());
            return input;
        } catch (IOException e) {
            throw new UncheckedIOException(systemId + " can't be read", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
