package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.HandlingDefinition.ParameterElement;
import dk.debitorkonto.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Makes a type's record from its parameter element, component by component. */
final class WishReader {

    /** Øre in a krone, as powers of ten. */
    private static final int DECIMALS = 2;

    /** The length of {@code 2026-01-31}; a zone may follow, which a date here has no use for. */
    private static final int DATE = 10;

    private WishReader() {}

    /** The record where the element is absent: all absent in it. */
    static Object empty(Class<?> type, @Nullable ParameterElement shape) {
        return made(type, shape == null ? List.of() : shape.children(), null);
    }

    /** @throws IllegalArgumentException where type and catalogue don't fit: a bug */
    static Object read(Class<?> type, List<Child> children, Element element) {
        return made(type, children, element);
    }

    private static Object made(Class<?> type, List<Child> children, @Nullable Element element) {
        var components = type.getRecordComponents();
        if (components == null) throw new IllegalArgumentException(type + " is no record");
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(component -> value(component, child(children, component.getName()), element))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the catalogue's parameters don't make a " + type, e);
        }
    }

    private static Child child(List<Child> children, String component) {
        return children.stream()
                .filter(child -> child.component().equals(component))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter becomes " + component));
    }

    private static @Nullable Object value(RecordComponent component, Child child, @Nullable Element parent) {
        var found = parent == null ? List.<Element>of() : Parameters.named(parent, child.name());
        if (child.kind() == Child.Kind.ROWS)
            return found.stream()
                    .map(row -> made(inner(component), child.children(), row))
                    .toList();
        if (child.kind() == Child.Kind.CODES)
            return found.stream()
                    .map(code -> code(inner(component), child, code.getTextContent()))
                    .toList();
        return found.isEmpty()
                ? null
                : one(component.getType(), child, found.getFirst().getTextContent());
    }

    private static Object one(Class<?> type, Child child, String text) {
        return switch (child.kind()) {
            case AMOUNT ->
                new Money(new BigDecimal(text.trim()).movePointRight(DECIMALS).longValueExact());
            case DATE -> LocalDate.parse(text.trim().substring(0, DATE));
            case UUID -> UUID.fromString(text);
            case TEXT -> text;
            case CODE -> code(type, child, text);
            case CODES, ROWS -> throw new IllegalArgumentException(child.name() + " is many");
        };
    }

    private static Object code(Class<?> type, Child child, String text) {
        var ours = child.values().get(text);
        if (ours == null) throw new IllegalArgumentException("the catalogue lacks a value of " + child.name());
        if (!type.isEnum()) return ours;
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(ours))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no " + ours));
    }

    private static Class<?> inner(RecordComponent component) {
        Type inner = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) inner;
    }
}
