package dk.debitorkonto.handling;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** A type's parameters by its code, as the door makes them: from the record's constructor. */
final class Wishes {

    /** A component that isn't given. */
    static final Object ABSENT = new Object();

    private static final Map<String, HandlingType<?>> TYPES = types();

    private Wishes() {}

    static Object of(String code, Object... values) {
        try {
            var type = java.util.Objects.requireNonNull(TYPES.get(code)).wishType();
            var constructor = type.getDeclaredConstructors()[0];
            var given = new Object[values.length];
            for (var n = 0; n < values.length; n++) given[n] = value(constructor.getParameterTypes()[n], values[n]);
            return constructor.newInstance(given);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("no wish of " + code, e);
        }
    }

    /** A constant is given by its name. */
    private static @Nullable Object value(Class<?> type, Object value) {
        if (value == ABSENT) return null;
        if (!type.isEnum() || type.isInstance(value)) return value;
        return java.util.Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, HandlingType<?>> types() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(HandlingType.class));
        return scanner.findCandidateComponents("dk.debitorkonto.handling.type").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(Wishes::make)
                .collect(Collectors.toMap(HandlingType::code, Function.identity()));
    }

    private static HandlingType<?> make(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (HandlingType<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(name + " can't be made", e);
        }
    }
}
