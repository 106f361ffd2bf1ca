package dk.debitorkonto.adapter.soap.request;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.soap.contract.kontekst.ProcessingType;
import java.io.StringReader;
import java.time.Duration;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class InstructionsTest {

    private final Instructions.Reader reader = new Instructions.Reader();

    @Test
    void reads_a_dry_run_and_a_fingerprint() {
        assertThat(read("<p:Prøvekørsel/>", "<p:Fingeraftryk> abc </p:Fingeraftryk>"))
                .isEqualTo(new Instructions(true, "abc", null, null));
        assertThat(read("<p:Prøvekørsel>true</p:Prøvekørsel>")).isEqualTo(new Instructions(true, null, null, null));
        assertThat(read()).isEqualTo(new Instructions(false, null, null, null));
    }

    @Test
    void overlooks_other_namespaces() {
        assertThat(read("<x:Prøvekørsel xmlns:x='urn:x'/>", "<Andet/>"))
                .isEqualTo(new Instructions(false, null, null, null));
    }

    @Test
    void reads_how_the_counterpart_is_to_behave() {
        assertThat(read("<p:Testmodpart/>").counterpart()).isEqualTo(Counterpart.Behaviour.GOOD);
        assertThat(read("<p:Testmodpart><p:Udfald>AFVIS</p:Udfald><p:Forsinkelse>PT10S</p:Forsinkelse>"
                                + "<p:Gentag>2</p:Gentag><p:Fejl>FØRKVITTERING</p:Fejl></p:Testmodpart>")
                        .counterpart())
                .isEqualTo(
                        new Counterpart.Behaviour(true, Duration.ofSeconds(10), 2, Counterpart.Mistake.BEFORE_RECEIPT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p:Testmodpart><p:Fejl>UKENDT</p:Fejl></p:Testmodpart>",
                "<p:Testmodpart><p:Gentag>101</p:Gentag></p:Testmodpart>",
                "<p:Testmodpart><p:Fejl>TIMEOUT</p:Fejl><p:Udfald>ACCEPT</p:Udfald></p:Testmodpart>",
                "<p:Testmodpart><p:Forsinkelse>P99999999999999999999D</p:Forsinkelse></p:Testmodpart>",
                "<p:Ukendt/>",
                "<p:Prøvekørsel>false</p:Prøvekørsel>",
                "<p:Prøvekørsel><p:X/></p:Prøvekørsel>",
                "<p:Prøvekørsel x='1'/>",
                "<p:Fingeraftryk/>",
                "<p:Fingeraftryk>  </p:Fingeraftryk>",
                "<p:prøvekørsel/>"
            })
    void names_what_cant_be_followed(String element) {
        var name = element.replaceAll("^<p:([^ />]+).*", "$1");

        assertThat(read(element)).isEqualTo(new Instructions(false, null, null, name));
        assertThat(read("<p:Fingeraftryk>abc</p:Fingeraftryk>", "<p:Prøvekørsel/>", element)
                        .unavailable())
                .isEqualTo(name);
    }

    private Instructions read(String... elements) {
        return reader.read(Stream.of(elements).map(InstructionsTest::processing).toList());
    }

    private static ProcessingType processing(String element) {
        var xml = "<r xmlns:p='" + Instructions.NAMESPACE + "'>" + element + "</r>";
        try {
            var parsed = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            var processing = new ProcessingType();
            processing.setAny((org.w3c.dom.Element) parsed.getFirstChild());
            return processing;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
