package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    private static final String BODY = "<d:A xmlns:d='urn:d'><d:B>1</d:B><d:C x='1' y='2'><d:D/></d:C></d:A>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A xmlns='urn:d'><B>1</B><C y='2' x='1'><D></D></C></A>",
                "<e:A xmlns:e='urn:d' xmlns:f='urn:f'>\t"
                        + " <e:B> 1\n"
                        + "</e:B><!-- c --><e:C x=' 1' y='2'><e:D/> </e:C></e:A>",
                "<d:A xmlns:d='urn:d'><d:B><![CDATA[1]]></d:B><d:C x='1' y='2'><d:D/></d:C></d:A>",
                "<d:A xmlns:d='urn:d'><k:HovedOplysninger"
                    + " xmlns:k='http://kombit.dk/xml/schemas/kontekst/2017/01/01/'><k:X>9</k:X></k:HovedOplysninger><d:B>1</d:B><d:C"
                    + " x='1' y='2'><d:D/></d:C></d:A>"
            })
    void says_the_same(String other) {
        assertThat(content(other)).isEqualTo(content(BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<d:A xmlns:d='urn:e'><d:B>1</d:B><d:C x='1' y='2'><d:D/></d:C></d:A>|A",
                "<d:A xmlns:d='urn:d'><d:B>2</d:B><d:C x='1' y='2'><d:D/></d:C></d:A>|B",
                "<d:A xmlns:d='urn:d' z='1'><d:B>1</d:B><d:C x='1' y='2'><d:D/></d:C></d:A>|A",
                "<d:A xmlns:d='urn:d'><d:B>1</d:B><d:C><d:D/></d:C></d:A>|C",
                "<d:A xmlns:d='urn:d'><d:B/><d:C x='1' y='2'><d:D/></d:C></d:A>|B",
                "<d:A xmlns:d='urn:d'><d:B>1</d:B><d:C x='1' y='3'><d:D/></d:C></d:A>|C",
                "<d:A xmlns:d='urn:d'><d:B>1</d:B><d:C x='1' y='2'/></d:A>|D",
                "<d:A xmlns:d='urn:d'><d:B>1</d:B><d:C x='1' y='2'><d:D/><d:E/></d:C></d:A>|E",
                "<d:A xmlns:d='urn:d'><d:C x='1' y='2'><d:D/></d:C><d:B>1</d:B></d:A>|C",
                "<d:A xmlns:d='urn:d'><d:B>1</d:B></d:A>|C",
                "<d:A xmlns:d='urn:d'><d:B>\u00A01</d:B><d:C x='1' y='2'><d:D/></d:C></d:A>|B"
            })
    void names_the_first_element_that_differs(String otherAndElement) {
        var bar = otherAndElement.indexOf('|');
        var other = content(otherAndElement.substring(0, bar));

        assertThat(other).isNotEqualTo(content(BODY));
        assertThat(Content.firstDifference(content(BODY), other)).isEqualTo(otherAndElement.substring(bar + 1));
    }

    @Test
    void the_fingerprint_is_a_part_of_it() {
        var with = Content.with(content(BODY), "abc");

        assertThat(Content.firstDifference(content(BODY), with)).isEqualTo("Fingeraftryk");
        assertThat(Content.firstDifference(with, content(BODY))).isEqualTo("Fingeraftryk");
        assertThat(Content.firstDifference(with, Content.with(content(BODY), "abd")))
                .isEqualTo("Fingeraftryk");
        assertThat(Content.with(content(BODY), null)).isEqualTo(content(BODY));
    }

    @Test
    void a_text_cant_pass_for_structure() {
        var forged = content("<d:A xmlns:d='urn:d'>1\n&gt;\n&lt;0:B\n\\n</d:A>");

        assertThat(forged.lines()).hasSize(4);
    }

    private static String content(String xml) {
        try {
            var reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml));
            var recorder = new Content.Recorder();
            var text = new StringBuilder();
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    text.append(reader.getText());
                if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) continue;
                recorder.text(text);
                text.setLength(0);
                if (event == XMLStreamConstants.START_ELEMENT) recorder.start(reader);
                else recorder.end();
            }
            return recorder.content();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
