package dk.debitorkonto.soapui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.adapter.soap.Door;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** The reader of SoapUI projects can fail: on what is wrong, and on what it doesn't know. */
class SoapUiRunTest {

    private static final String GOLDEN = "golden/DebitorkontoAnmodningAfsend/";
    private static final Reply PONG = new Reply(200, Door.resource(GOLDEN + "ping/reply.xml"));
    private static final Reply FAULT = new Reply(500, Door.resource(GOLDEN + "fault-skema/reply.xml"));
    private static final Reply OTHER = new Reply(200, Door.resource(GOLDEN + "afvisning/reply.xml"));
    private static final String HEAD = "http://kombit.dk/xml/schemas/kontekst/2017/01/01/";

    private static final String PROJECT = """
        <con:soapui-project name="Mini" xmlns:con="http://eviware.com/soapui/config">
          <con:interface name="DebitorkontoAnmodningAfsendServiceBinding" definition="x">
            <con:operation name="Ping" action="urn:ping"/>
          </con:interface>
          <con:testSuite name="S"><con:testCase name="C">
            <con:testStep type="request" name="Ping"><con:config>
              <con:interface>DebitorkontoAnmodningAfsendServiceBinding</con:interface>
              <con:operation>Ping</con:operation>
              <con:request name="Ping">
                <con:endpoint>${#Project#endpoint}/ping</con:endpoint>
                <con:request>${=java.util.UUID.randomUUID()}</con:request>
                %s
              </con:request>
            </con:config></con:testStep>
            <con:properties><con:property><con:name>p</con:name><con:value>1</con:value></con:property></con:properties>
          </con:testCase></con:testSuite>
          <con:properties><con:property><con:name>endpoint</con:name><con:value>http://here</con:value></con:property></con:properties>
        </con:soapui-project>
        """;

    private static String assertion(String type, String configuration) {
        return "<con:assertion type=\"" + type + "\" name=\"A\"><con:configuration>" + configuration
                + "</con:configuration></con:assertion>";
    }

    private static String match(String path, String content) {
        return assertion(
                "XPath Match",
                "<path>declare namespace k='" + HEAD + "';\n" + path + "</path><content>" + content + "</content>");
    }

    private static void run(String assertions, Reply reply) throws SAXException {
        var project = SoapUiProject.read(PROJECT.formatted(assertions));
        var run = new SoapUiRun(
                project,
                message -> {
                    assertThat(message.endpoint()).isEqualTo("http://here/ping");
                    assertThat(message.headers()).containsEntry("SOAPAction", "\"urn:ping\"");
                    assertThat(message.body()).hasSize(36);
                    return reply;
                },
                0);
        for (var suite : project.suites()) suite.cases().forEach(run::run);
    }

    @Test
    void passes_what_is_right() throws SAXException {
        run(
                match("count(//k:TransaktionsId)", "${#TestCase#p}")
                        + match("//k:TransaktionsId", "fagsystem-2026-000123")
                        + assertion("Simple Contains", "<token>Ping_O</token>")
                        + assertion("Simple NotContains", "<token>Fejl</token>")
                        + assertion("SOAP Response", "")
                        + assertion("SOAP Fault Assertion", "")
                        + assertion("Schema Compliance", "")
                        + assertion("Valid HTTP Status Codes", "<codes>200,202</codes>"),
                PONG);
        run(assertion("Not SOAP Fault Assertion", "") + assertion("Schema Compliance", ""), FAULT);
    }

    @Test
    void fails_on_another_value() {
        assertThatThrownBy(() -> run(match("//k:TransaktionsId", "another"), PONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected another, found [fagsystem-2026-000123]");
        assertThatThrownBy(() -> run(match("//k:Ukendt", ""), PONG)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Simple Contains, <token>findes ikke</token>, it isn't there",
        "Simple NotContains, <token>Ping_O</token>, it is there",
        "Not SOAP Fault Assertion, '', it is no fault",
        "Valid HTTP Status Codes, <codes>500</codes>, it is 200"
    })
    void fails_on_a_good_reply_where_another_is_asserted(String type, String configuration, String why) {
        assertThatThrownBy(() -> run(assertion(type, configuration), PONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }

    @Test
    void fails_on_a_fault_where_none_is_asserted() {
        assertThatThrownBy(() -> run(assertion("SOAP Fault Assertion", ""), FAULT))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is a fault");
    }

    @Test
    void fails_on_what_is_no_soap_message() {
        assertThatThrownBy(() -> run(assertion("SOAP Response", ""), new Reply(200, "<a/>")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is no SOAP message");
    }

    @Test
    void fails_on_what_the_schema_forbids() {
        var compliance = assertion("Schema Compliance", "");
        assertThatThrownBy(() -> run(compliance, OTHER)).isInstanceOf(AssertionError.class);
        var broken = new Reply(200, PONG.body().replace("TransaktionsTid>", "Ukendt>"));
        assertThat(broken.body()).contains("Ukendt");
        assertThatThrownBy(() -> run(compliance, broken)).isInstanceOf(AssertionError.class);
        var brokenFault = new Reply(500, FAULT.body().replace("ErrorCode>", "Ukendt>"));
        assertThatThrownBy(() -> run(compliance, brokenFault)).isInstanceOf(AssertionError.class);
    }

    @Test
    void fails_where_nothing_is_asserted() {
        assertThatThrownBy(() -> run("", PONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("asserts nothing");
    }

    @Test
    void refuses_by_name_what_it_does_not_know() {
        assertThatThrownBy(() -> run(assertion("Script Assertion", ""), PONG))
                .hasMessage("assertion \"A\" is of an unknown kind: Script Assertion");
        assertThatThrownBy(() -> run(match("//k:TransaktionsId", "${=1+1}"), PONG))
                .hasMessage("unknown expression: =1+1");
        assertThatThrownBy(() -> SoapUiProject.read(PROJECT.replace("type=\"request\"", "type=\"groovy\"")))
                .hasMessage("step \"Ping\" is of an unknown kind: groovy");
        assertThatThrownBy(() -> SoapUiProject.read(
                        PROJECT.replace("testCase name=\"C\"", "testCase name=\"C\" disabled=\"true\"")))
                .hasMessage("\"C\" is switched off");
        assertThatThrownBy(() -> SoapUiProject.read(PROJECT.replace("con:testSuite", "con:mockService")))
                .hasMessage("\"Mini\" has an unknown part: mockService");
        assertThatCode(() -> SoapUiProject.read(PROJECT)).doesNotThrowAnyException();
    }
}
