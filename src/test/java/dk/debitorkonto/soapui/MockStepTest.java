package dk.debitorkonto.soapui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.adapter.soap.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The reader's steps beside SOAP requests: what is sent over HTTP, and a mock that waits, answers, and can fail. */
class MockStepTest {

    private static final String ANSWER = Door.resource("golden/DebitorkontoAnmodningSvarAfsend/modtaget/request.xml");
    private static final String REQUEST = "7a1d9c3e-2b4f-4e68-8d5c-9b0a1f2e3c4d";
    private static final String NAMESPACE = "declare namespace d='http://www.kombit.dk/2017/01/01/';";

    private static final String PROJECT = """
        <con:soapui-project name="Mini" xmlns:con="http://eviware.com/soapui/config">
          <con:testSuite name="S"><con:testCase name="C">
            <con:testStep type="httprequest" name="Send"><con:config method="PUT" mediaType="application/json">
              <con:settings><con:setting id="com.eviware.soapui.impl.wsdl.WsdlRequest@request-headers">&lt;entry key="Person" value="anna" xmlns="http://eviware.com/soapui/config"/></con:setting></con:settings>
              <con:endpoint>http://here/word</con:endpoint>
              <con:request>{"request": "${#TestCase#request}"}</con:request>
              <con:assertion type="Valid HTTP Status Codes" name="A"><con:configuration><codes>200</codes></con:configuration></con:assertion>
            </con:config></con:testStep>
            <con:testStep type="delay" name="Wait"><con:config><delay>1</delay></con:config></con:testStep>
            <con:testStep type="mockresponse" name="Mock"><con:config startStep="Send">
              <con:interface>DebitorkontoAnmodningSvarAfsendServiceBinding</con:interface>
              <con:operation>AfsendDebitorkontoAnmodningSvar</con:operation>
              <con:path>/svar</con:path><con:port>1</con:port><con:timeout>200</con:timeout>
              <con:response><con:responseContent>got ${#MockResponse#Request#%s //d:DebitorkontoAnmodningSvarIdentifikation}</con:responseContent></con:response>
              <con:assertion type="Schema Compliance" name="Schema"><con:configuration/></con:assertion>
              <con:assertion type="Simple Contains" name="Word"><con:configuration><token>HandlingGennemført</token></con:configuration></con:assertion>
              <con:query>%s //d:DebitorkontoAnmodningIdentifikation</con:query>
              <con:match>${#TestCase#request}</con:match>
            </con:config></con:testStep>
            <con:properties><con:property><con:name>request</con:name><con:value>%s</con:value></con:property></con:properties>
          </con:testCase></con:testSuite>
        </con:soapui-project>
        """.formatted(NAMESPACE, NAMESPACE, REQUEST);

    private final List<SoapUiRun.Outgoing> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final int port;

    MockStepTest() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** The one that is told answers each of {@code answers} before it replies. */
    private void run(String... answers) throws SAXException {
        var project = SoapUiProject.read(PROJECT);
        var run = new SoapUiRun(
                project,
                message -> {
                    sent.add(message);
                    for (var answer : answers)
                        told.add(new Door(port).post("/svar", answer).body());
                    return new Reply(200, "{}");
                },
                port);
        for (var suite : project.suites()) suite.cases().forEach(run::run);
    }

    @Test
    void sends_over_http_and_answers_what_comes_to_the_mock() throws SAXException {
        run(ANSWER);

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().method()).isEqualTo("PUT");
        assertThat(sent.getFirst().headers())
                .containsEntry("Person", "anna")
                .containsEntry("Content-Type", "application/json");
        assertThat(sent.getFirst().body()).isEqualTo("{\"request\": \"" + REQUEST + "\"}");
        assertThat(told.getFirst()).matches("got [0-9a-f-]{36}");
    }

    @Test
    void passes_over_what_is_meant_for_another() throws SAXException {
        run(ANSWER.replace(REQUEST, "00000000-2b4f-4e68-8d5c-9b0a1f2e3c4d"), ANSWER);

        assertThat(told.getFirst()).isEmpty();
    }

    @Test
    void fails_where_nothing_comes() {
        assertThatThrownBy(this::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing came to \"Mock\"");
    }

    @Test
    void fails_on_what_the_schema_forbids_and_on_other_words() {
        assertThatThrownBy(() -> run(ANSWER.replace("BehandlingDatoTid", "Ukendt")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"Schema\"");
        assertThatThrownBy(() -> run(ANSWER.replace("HandlingGennemført", "HandlingEj")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"Word\"");
    }
}
