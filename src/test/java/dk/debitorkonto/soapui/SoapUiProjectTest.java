package dk.debitorkonto.soapui;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xml.sax.SAXException;
import org.xmlunit.assertj3.XmlAssert;

/** The SoapUI project that testers open, run against the whole system with its demo data: each suite twice. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "debitorkonto.demo-data=true")
class SoapUiProjectTest {

    private static final String FILE = "src/test/soapui/debitorkonto-soapui-project.xml";
    private static final String WRITTEN_FOR = "http://127.0.0.1:8080";

    private final Door door;
    private final String base;
    private final SoapUiProject project;
    private final SoapUiRun run;

    SoapUiProjectTest(@Value("${local.server.port}") int port) throws IOException, SAXException {
        door = new Door(port);
        base = "http://127.0.0.1:" + port;
        var mockPort = freePort();
        project = SoapUiProject.read(Files.readString(java.nio.file.Path.of(FILE)))
                .with("endpoint", base)
                .with("svarAdresse", "http://127.0.0.1:" + mockPort + "/svar");
        run = new SoapUiRun(project, this::post, mockPort);
    }

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
        var folder = Files.createTempDirectory("debitorkonto-soapui");
        registry.add("debitorkonto.data", folder::toString);
    }

    /** All in the order of the file, and then once more: a tester runs them again and again. */
    @TestFactory
    Stream<DynamicTest> cases() {
        return Stream.of("", ", again")
                .flatMap(time -> project.suites().stream()
                        .flatMap(suite -> suite.cases().stream()
                                .map(each -> DynamicTest.dynamicTest(
                                        suite.name() + " / " + each.name() + time, () -> run.run(each)))));
    }

    /** The requests that hang below the operations, to be sent by hand. */
    @TestFactory
    Stream<DynamicTest> requests() {
        return project.interfaces().stream()
                .flatMap(each -> each.operations().stream()
                        .flatMap(operation -> operation.calls().stream()
                                .map(call -> DynamicTest.dynamicTest(operation.name() + " / " + call.name(), () -> {
                                    var reply = run.send(operation, call);
                                    assertThat(reply.isFault()).as(reply.body()).isFalse();
                                    assertThat(Schemas.fault(
                                                    each.name(),
                                                    operation.name(),
                                                    reply.content().orElseThrow(),
                                                    false))
                                            .isEmpty();
                                }))));
    }

    /** SoapUI reads the definition from the project and never asks us for it: what is kept there is what we serve. */
    @TestFactory
    Stream<DynamicTest> definitions() {
        return project.interfaces().stream().flatMap(each -> {
            assertThat(each.parts()).containsKey(each.definition());
            return each.parts().entrySet().stream()
                    .map(part ->
                            DynamicTest.dynamicTest(part.getKey(), () -> isServed(part.getKey(), part.getValue())));
        });
    }

    private void isServed(String address, String kept) {
        var served = door.get(address.substring(WRITTEN_FOR.length()));

        assertThat(served.statusCode()).isEqualTo(200);
        XmlAssert.assertThat(new StreamSource(new java.io.StringReader(kept.replace(WRITTEN_FOR, base))))
                .and(served.body())
                .ignoreWhitespace()
                .areIdentical();
    }

    @TestFactory
    Stream<DynamicTest> operations() {
        return project.interfaces().stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    var wsdl = Nodes.parsed(each.parts().getOrDefault(each.definition(), ""));
                    List<String> actions = Path.of("declare namespace s='http://schemas.xmlsoap.org/wsdl/soap/';\n"
                                    + "//s:operation/@soapAction")
                            .valuesIn(wsdl);
                    assertThat(each.operations().stream().map(SoapUiProject.Operation::action))
                            .isEqualTo(actions);
                    assertThat(each.operations()).allSatisfy(operation -> {
                        assertThat(operation.action()).endsWith("#" + operation.name());
                        assertThat(operation.calls()).isNotEmpty();
                    });
                }));
    }

    /** Another port is to be changed in each of them. */
    @Test
    void all_mocks_listen_where_the_case_system_is_said_to_be() throws IOException, SAXException {
        var stored = SoapUiProject.read(Files.readString(java.nio.file.Path.of(FILE)));
        var address = URI.create(stored.properties().getOrDefault("svarAdresse", ""));
        var mocks = stored.suites().stream()
                .flatMap(suite -> suite.cases().stream())
                .flatMap(each -> each.steps().stream())
                .filter(SoapUiProject.Mock.class::isInstance)
                .map(step -> ((SoapUiProject.Mock) step).listens())
                .toList();
        assertThat(mocks).isNotEmpty().allSatisfy(listens -> {
            assertThat(listens.port()).isEqualTo(address.getPort());
            assertThat(listens.path()).isEqualTo(address.getPath());
        });
    }

    private Reply post(SoapUiRun.Outgoing message) {
        var request = HttpRequest.newBuilder(URI.create(message.endpoint()))
                .method(message.method(), BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8));
        message.headers().forEach(request::header);
        var reply = door.send(request);
        return new Reply(reply.statusCode(), reply.body());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
