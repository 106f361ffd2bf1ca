package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.HandlingDefinition.ParameterElement;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Read;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Unread;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the parameters of any type, by the type's page of the catalogue and its schema. */
final class Parameters {

    static final String NAMESPACE = "urn:debitorkonto:handling:1";

    /** Years that calendars, databases and other systems agree on; the rest is the schema's. */
    private static final Pattern DATE = Pattern.compile("(?!0000)\\d{4}-.*");

    private final Catalogue catalogue;
    private final Map<String, Schema> schemas = new HashMap<>();

    Parameters(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (var item : catalogue.items()) {
            var code = item.definition().code();
            if (item.definition().parameters() != null)
                schemas.put(
                        code,
                        Xml.schema("handling/" + code.toLowerCase(Locale.ROOT).replace('_', '-') + ".xsd"));
        }
    }

    /** Of an unknown type nothing is read. */
    dk.debitorkonto.handling.HandlingRequest.Parameters read(UUID handlingType, List<Element> elements) {
        var item = catalogue.find(handlingType).orElse(null);
        if (item == null) return new Unread(List.of());
        var definition = item.definition();
        var shape = definition.parameters();
        var refused = shape == null ? notTaken(elements) : misplaced(shape, elements);
        if (!refused.isEmpty()) return new Unread(refused);
        if (shape == null || elements.isEmpty())
            return new Read(WishReader.empty(item.type().wishType(), shape));
        var element = elements.getFirst();
        var wrong = wrong(definition, shape, element);
        return wrong.isEmpty()
                ? new Read(WishReader.read(item.type().wishType(), shape.children(), element))
                : new Unread(wrong);
    }

    private static List<Refusal> notTaken(List<Element> elements) {
        return elements.isEmpty() ? List.of() : List.of(refusal(Reason.PARAMETER_NOT_TAKEN, elements.getFirst()));
    }

    /** What is wrong with the elements before one looks into them. */
    private static List<Refusal> misplaced(ParameterElement shape, List<Element> elements) {
        if (elements.isEmpty() && !shape.optional())
            return List.of(Refusal.ofParameter(Reason.PARAMETER_MISSING, shape.element(), null));
        var refused = new ArrayList<Refusal>();
        for (int i = 0; i < elements.size(); i++)
            if (i > 0 || !isNamed(elements.get(i), shape.element()))
                refused.add(refusal(Reason.PARAMETER_NOT_TAKEN, elements.get(i)));
        return refused;
    }

    private List<Refusal> wrong(HandlingDefinition definition, ParameterElement shape, Element element) {
        var refused = new LinkedHashMap<String, Refusal>();
        compare(shape.children(), element, refused);
        var schema = schemas.get(definition.code());
        if (schema == null) throw new IllegalStateException("no schema for " + definition.code());
        var errors = SchemaErrors.in(schema, element);
        for (var node : errors.values()) refused.putIfAbsent(key(node), invalid(node));
        if (refused.isEmpty() && errors.any())
            refused.put("", Refusal.ofParameter(Reason.PARAMETER_INVALID, element.getLocalName(), null));
        return List.copyOf(refused.values());
    }

    /** Children that are missing or not taken; of the same one only the first is told. */
    private static void compare(List<Child> children, Element parent, Map<String, Refusal> refused) {
        for (var child : children)
            if (!child.optional() && named(parent, child.name()).isEmpty())
                refused.putIfAbsent(
                        key(parent) + "/" + child.name(),
                        Refusal.ofParameter(Reason.PARAMETER_MISSING, child.name(), null));
        for (var present : elements(parent)) {
            var child = child(children, present);
            if (child == null) refused.putIfAbsent(key(present), refusal(Reason.PARAMETER_NOT_TAKEN, present));
            else if (child.kind() == Child.Kind.ROWS) compare(child.children(), present, refused);
            else if (child.kind() == Child.Kind.DATE
                    && !DATE.matcher(present.getTextContent().trim()).matches())
                refused.putIfAbsent(key(present), invalid(present));
        }
    }

    private static @Nullable Child child(List<Child> children, Element element) {
        return children.stream()
                .filter(each -> isNamed(element, each.name()))
                .findFirst()
                .orElse(null);
    }

    private static String key(Element element) {
        return element.getLocalName() + "@" + System.identityHashCode(element);
    }

    private static Refusal invalid(Element element) {
        var isLeaf = elements(element).isEmpty();
        return Refusal.ofParameter(
                Reason.PARAMETER_INVALID,
                element.getLocalName(),
                isLeaf ? element.getTextContent().trim() : null);
    }

    private static Refusal refusal(Reason reason, Element element) {
        return Refusal.ofParameter(reason, element.getLocalName(), null);
    }

    private static boolean isNamed(Element element, String name) {
        return NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> named(Element parent, String name) {
        return elements(parent).stream().filter(each -> isNamed(each, name)).toList();
    }

    private static List<Element> elements(Element parent) {
        var result = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element) result.add(element);
        return result;
    }
}
