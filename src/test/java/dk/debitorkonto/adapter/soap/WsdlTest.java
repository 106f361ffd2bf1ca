package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningAfsendServicePortType;
import dk.debitorkonto.adapter.soap.contract.PingI;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerType;
import jakarta.xml.ws.Service;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

@DoorUnderTest
class WsdlTest {

    private static final Pattern IMPORT = Pattern.compile("[lL]ocation=\"(1\\?[^\"]+)\"");

    @Value("${local.server.port}")
    private int port;

    private Door door;

    @BeforeEach
    void open() {
        door = new Door(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {Door.REQUESTS, Door.ANSWERS})
    void serves_the_service_file_with_binding_and_address_in_its_root(String path) {
        var wsdl = door.get(path + "?wsdl");

        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.body())
                .contains("<wsdl:binding", "<wsdl:service")
                .contains("location=\"http://127.0.0.1:" + port + path + "\"")
                .doesNotContain(":8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {Door.REQUESTS, Door.ANSWERS})
    void every_import_leads_by_relative_resolution_to_a_served_file(String path) {
        var open = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        var title = path.equals(Door.REQUESTS) ? Contract.REQUEST.title() : Contract.ANSWER.title();
        open.add("1?wsdl");
        open.add("1?wsdl=" + title + "ServiceContext.wsdl");
        open.add("1?wsdl=" + title + "ServiceToken.wsdl");
        while (!open.isEmpty()) {
            var reference = open.pop();
            if (!seen.add(reference)) continue;
            var file = door.get(
                    door.at(path + "?wsdl").resolve(reference).toString().replaceFirst("http://[^/]+", ""));
            assertThat(file.statusCode()).as(reference).isEqualTo(200);
            var imports = IMPORT.matcher(file.body());
            while (imports.find()) open.add(imports.group(1));
        }

        assertThat(seen).contains("1?xsd=Kontekst.xsd", "1?xsd=Typer.xsd", "1?xsd=ServiceplatformFault.xsd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsd=handling/giv-henstand.xsd",
                "xsd=resultat.xsd",
                "xsd=processing.xsd",
                "xsd=handling%2Fmodregn.xsd"
            })
    void serves_what_no_import_leads_to(String query) {
        assertThat(door.get(Door.REQUESTS + "?" + query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WSDL",
                "wsdl=",
                "wsdl=x",
                "xsd=..%2F..%2Fapplication.yaml",
                "xsd=../application.yaml",
                "xsd=Kontekst.xsd&a=b",
                "wsdl=Debitorkonto.wsdl",
                "wsdl=DebitorkontoAnmodningSvarAfsendService.wsdl",
                "xsd=bindings.xjb",
                "stylesheet=x",
                "wsdl=Kontekst.xsd",
                "xsd=DebitorkontoAnmodningAfsend.wsdl",
                "xsd=/etc/passwd",
                "xsd=file:%2F%2F%2Fetc/passwd",
                "xsd=%"
            })
    void any_other_query_is_not_found(String query) {
        assertThat(door.send(java.net.http.HttpRequest.newBuilder(
                                door.at(Door.REQUESTS + "?" + query.replace("%", query.endsWith("%") ? "%25" : "%"))))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_address_comes_from_no_header() {
        var wsdl = door.send(java.net.http.HttpRequest.newBuilder(door.at(Door.REQUESTS + "?wsdl"))
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example"));

        assertThat(wsdl.body()).doesNotContain("evil.example").contains("http://127.0.0.1:" + port + Door.REQUESTS);
    }

    @Test
    void nothing_else_is_served_below_the_path() {
        assertThat(door.get("/service").statusCode()).isEqualTo(404);
        assertThat(door.get("/service/").statusCode()).isEqualTo(404);
        assertThat(door.get("/service/OIR/DebitorkontoAnmodningAfsend").statusCode())
                .isEqualTo(404);
        assertThat(door.get(Door.REQUESTS + "/?wsdl").statusCode()).isEqualTo(404);
        assertThat(door.get("/service?wsdl").statusCode()).isEqualTo(404);
    }

    @Test
    void a_client_made_of_the_served_wsdl_is_answered() throws Exception {
        var service = Service.create(
                door.at(Door.REQUESTS + "?wsdl").toURL(),
                new QName(Contract.NAMESPACE, "DebitorkontoAnmodningAfsendService"));
        var head = new HovedOplysningerType();
        head.setTransaktionsId("fra-wsdl");
        head.setTransaktionsTid(DatatypeFactory.newInstance().newXMLGregorianCalendar("2026-03-02T09:15:00+01:00"));
        var ping = new PingI();
        ping.setHovedOplysninger(head);

        var answer = service.getPort(DebitorkontoAnmodningAfsendServicePortType.class)
                .ping(ping);

        assertThat(answer.getHovedOplysningerSvar().getTransaktionsId()).isEqualTo("fra-wsdl");
    }
}
