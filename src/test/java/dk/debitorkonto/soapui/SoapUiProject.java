package dk.debitorkonto.soapui;

import static dk.debitorkonto.soapui.Nodes.child;
import static dk.debitorkonto.soapui.Nodes.children;
import static dk.debitorkonto.soapui.Nodes.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A SoapUI project file as far as it can be run without SoapUI. What isn't understood, a kind of step or assertion or one
 * that is switched off, is refused by its name, so that nothing passes by not being looked at.
 */
record SoapUiProject(Map<String, String> properties, List<Interface> interfaces, List<Suite> suites) {

    private static final Set<String> PARTS = Set.of(
            "description",
            "settings",
            "interface",
            "testSuite",
            "properties",
            "wssContainer",
            "oAuth1ProfileContainer",
            "oAuth2ProfileContainer");
    private static final Set<String> PARTS_OF_SUITE =
            Set.of("description", "settings", "runType", "testCase", "properties");
    private static final Set<String> PARTS_OF_CASE = Set.of("description", "settings", "testStep", "properties");

    /**
     * A service's binding.
     *
     * @param parts of the definition that the file carries with it, by address
     */
    record Interface(String name, String definition, Map<String, String> parts, List<Operation> operations) {}

    record Operation(String name, String action, List<Call> calls) {}

    /** A message to be sent. */
    record Call(String name, String endpoint, String message) {}

    record Suite(String name, List<Case> cases) {}

    record Case(String name, Map<String, String> properties, List<Step> steps) {}

    sealed interface Step {
        String name();
    }

    record Request(String name, String binding, String operation, Call call, List<Assertion> assertions)
            implements Step {}

    /** A message over HTTP that is no SOAP. */
    record Web(String name, String method, Map<String, String> headers, Call call, List<Assertion> assertions)
            implements Step {}

    /** Waits for one message of an operation, answers it, and asserts what it says. */
    record Mock(
            String name, String binding, String operation, Listens listens, String response, List<Assertion> assertions)
            implements Step {}

    /**
     * Where and when a mock listens.
     *
     * @param from the step that it begins to listen before; empty: its own
     * @param query an XPath whose value has to be {@code match}; another message isn't the one
     */
    record Listens(String path, int port, Duration patience, String from, String query, String match) {}

    record Delay(String name, Duration howLong) implements Step {}

    record Transfer(String name, List<Move> moves) implements Step {}

    /** Takes a value out of a step's response into a property of the case. */
    record Move(String sourceStep, String sourcePath, String target) {}

    record Assertion(AssertionKind kind, String name, Element element) {
        /** A word of the configuration. */
        String setting(String word) {
            return text(child(element, "configuration"), word);
        }
    }

    static SoapUiProject read(String xml) throws SAXException {
        var root = Nodes.parsed(xml).getDocumentElement();
        known(root, PARTS);
        return new SoapUiProject(
                properties(root),
                children(root, "interface").stream()
                        .map(SoapUiProject::readInterface)
                        .toList(),
                children(root, "testSuite").stream().map(SoapUiProject::suite).toList());
    }

    /** The same with another value of a property. */
    SoapUiProject with(String property, String value) {
        var changed = new LinkedHashMap<>(properties);
        changed.put(property, value);
        return new SoapUiProject(changed, interfaces, suites);
    }

    Operation operation(String binding, String name) {
        return interfaces.stream()
                .filter(each -> each.name().equals(binding))
                .flatMap(each -> each.operations().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown operation " + binding + " " + name));
    }

    private static Interface readInterface(Element element) {
        var parts = new LinkedHashMap<String, String>();
        for (var cache : children(element, "definitionCache"))
            for (var part : children(cache, "part")) parts.put(text(part, "url"), text(part, "content"));
        return new Interface(
                name(element),
                element.getAttribute("definition"),
                parts,
                children(element, "operation").stream()
                        .map(operation -> new Operation(
                                name(operation),
                                operation.getAttribute("action"),
                                children(operation, "call").stream()
                                        .map(Steps::call)
                                        .toList()))
                        .toList());
    }

    private static Suite suite(Element element) {
        known(element, PARTS_OF_SUITE);
        return new Suite(
                name(element),
                children(element, "testCase").stream()
                        .map(SoapUiProject::testCase)
                        .toList());
    }

    private static Case testCase(Element element) {
        known(element, PARTS_OF_CASE);
        return new Case(
                name(element),
                properties(element),
                children(element, "testStep").stream().map(Steps::step).toList());
    }

    private static Map<String, String> properties(Element element) {
        var properties = new LinkedHashMap<String, String>();
        for (var list : children(element, "properties"))
            for (var property : children(list, "property"))
                properties.put(text(property, "name"), text(property, "value"));
        return properties;
    }

    static String name(Element element) {
        return element.getAttribute("name");
    }

    /** Refuses what is switched off, and what has a part of another name. */
    static void known(Element element, Set<String> parts) {
        if (element.getAttribute("disabled").equals("true"))
            throw new IllegalArgumentException("\"" + name(element) + "\" is switched off");
        for (var child : children(element)) {
            if (!parts.contains(child.getLocalName()))
                throw new IllegalArgumentException(
                        "\"" + name(element) + "\" has an unknown part: " + child.getLocalName());
        }
    }
}
