package dk.debitorkonto.adapter.soap.route;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.DoorUnderTest;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.adapter.soap.Pen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xmlunit.assertj3.XmlAssert;

/** A body keeps its characters and its meaning in another envelope. */
@DoorUnderTest
class PassedOnMessageTest {

    @Autowired
    private Pen pen;

    @Test
    void prefixes_mean_what_they_meant_in_the_callers_envelope() {
        var message = """
            <?xml version="1.0" encoding="ISO-8859-1"?>\r
            <!-- æ𝄞 --><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:d="urn:a&amp;b">\r
            <soap:Header><x xmlns="urn:x"><y/></x></soap:Header><soap:Body xmlns="urn:c"><d:e>æ𝄞&#x41;<f/><![CDATA[<]]></d:e></soap:Body></soap:Envelope>\
            """;

        var passedOn = PassedOnMessage.of(pen.xml(), message);

        assertThat(passedOn.instruction()).isNull();
        assertThat(passedOn.text()).contains("<d:e>æ𝄞&#x41;<f/><![CDATA[<]]></d:e>");
        XmlAssert.assertThat(Messages.content(Messages.parsed(passedOn.text())))
                .and(Messages.content(Messages.parsed(message)))
                .areIdentical();
    }
}
