package dk.debitorkonto.adapter.soap;

import com.ctc.wstx.api.WstxInputProperties;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.cxf.Bus;
import org.apache.cxf.common.jaxb.JAXBUtils;
import org.apache.cxf.staxutils.StaxUtils;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.core.io.ClassPathResource;
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
        var text = new StringWriter(1024);
        try {
            var marshaller = classes.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.setSchema(receipts);
            JAXBUtils.setNamespaceMapper(bus, PREFIXES, marshaller);
            marshaller.marshal(receipt, text);
        } catch (JAXBException e) {
            throw new IllegalStateException("the receipt can't be written", e);
        }
        return text.toString();
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
            return factory.newSchema(new StreamSource(content, file));
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
