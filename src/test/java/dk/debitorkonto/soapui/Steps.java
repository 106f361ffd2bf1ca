package dk.debitorkonto.soapui;

import static dk.debitorkonto.soapui.Nodes.child;
import static dk.debitorkonto.soapui.Nodes.children;
import static dk.debitorkonto.soapui.Nodes.text;
import static dk.debitorkonto.soapui.SoapUiProject.known;
import static dk.debitorkonto.soapui.SoapUiProject.name;

import dk.debitorkonto.soapui.SoapUiProject.Assertion;
import dk.debitorkonto.soapui.SoapUiProject.Call;
import dk.debitorkonto.soapui.SoapUiProject.Delay;
import dk.debitorkonto.soapui.SoapUiProject.Listens;
import dk.debitorkonto.soapui.SoapUiProject.Mock;
import dk.debitorkonto.soapui.SoapUiProject.Move;
import dk.debitorkonto.soapui.SoapUiProject.Request;
import dk.debitorkonto.soapui.SoapUiProject.Step;
import dk.debitorkonto.soapui.SoapUiProject.Transfer;
import dk.debitorkonto.soapui.SoapUiProject.Web;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads the steps of a case. */
final class Steps {

    private static final String HEADERS = "com.eviware.soapui.impl.wsdl.WsdlRequest@request-headers";

    private Steps() {}

    static Step step(Element element) {
        known(element, Set.of("description", "settings", "config"));
        var name = name(element);
        var config = child(element, "config");
        return switch (element.getAttribute("type")) {
            case "request" -> {
                var request = child(config, "request");
                yield new Request(
                        name, text(config, "interface"), text(config, "operation"), call(request), assertions(request));
            }
            case "httprequest" ->
                new Web(name, config.getAttribute("method"), headers(config), call(config), assertions(config));
            case "mockresponse" -> mock(name, config);
            case "delay" -> new Delay(name, Duration.ofMillis(Long.parseLong(text(config, "delay"))));
            case "transfer" ->
                new Transfer(
                        name,
                        children(config, "transfers").stream().map(Steps::move).toList());
            default ->
                throw new IllegalArgumentException(
                        "step \"" + name + "\" is of an unknown kind: " + element.getAttribute("type"));
        };
    }

    static Call call(Element element) {
        return new Call(name(element), text(element, "endpoint"), text(element, "request"));
    }

    /** SoapUI keeps them as XML inside a setting, one element by itself. */
    private static Map<String, String> headers(Element config) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", config.getAttribute("mediaType"));
        for (var setting : children(child(config, "settings"), "setting"))
            if (setting.getAttribute("id").equals(HEADERS)) header(setting.getTextContent(), headers);
        return headers;
    }

    private static void header(String xml, Map<String, String> headers) {
        try {
            var element = Nodes.parsed(xml).getDocumentElement();
            if (element.getLocalName().equals("entry"))
                headers.put(element.getAttribute("key"), element.getAttribute("value"));
            else if (!children(element).isEmpty()) throw new IllegalArgumentException("several headers: " + xml);
        } catch (SAXException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    private static Mock mock(String name, Element config) {
        known(
                config,
                Set.of(
                        "interface",
                        "operation",
                        "path",
                        "port",
                        "timeout",
                        "response",
                        "assertion",
                        "query",
                        "match",
                        "host"));
        var response = child(config, "response");
        known(response, Set.of("settings", "responseContent", "wsaConfig"));
        var listens = new Listens(
                text(config, "path"),
                Integer.parseInt(text(config, "port")),
                Duration.ofMillis(Long.parseLong(text(config, "timeout"))),
                config.getAttribute("startStep"),
                text(config, "query"),
                text(config, "match"));
        return new Mock(
                name,
                text(config, "interface"),
                text(config, "operation"),
                listens,
                text(response, "responseContent"),
                assertions(config));
    }

    private static List<Assertion> assertions(Element element) {
        return children(element, "assertion").stream().map(Steps::assertion).toList();
    }

    private static Assertion assertion(Element element) {
        known(element, Set.of("settings", "configuration"));
        return new Assertion(AssertionKind.named(element.getAttribute("type"), name(element)), name(element), element);
    }

    private static Move move(Element element) {
        var isUnderstood = text(element, "sourceType").equals("Response")
                && text(element, "targetStep").equals("#TestCase#")
                && text(element, "targetPath").isEmpty()
                && text(element, "type").equals("XPATH");
        if (!isUnderstood) throw new IllegalArgumentException("unknown kind of transfer: " + element.getTextContent());
        return new Move(text(element, "sourceStep"), text(element, "sourcePath"), text(element, "targetType"));
    }
}
