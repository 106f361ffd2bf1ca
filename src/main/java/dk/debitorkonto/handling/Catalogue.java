package dk.debitorkonto.handling;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The handling types, each a page of data and a class; complete or the application doesn't start. */
public final class Catalogue {

    /** A type's page and its class. */
    public record Item(HandlingDefinition definition, HandlingType<?> type) {}

    private final Map<String, Item> byCode;
    private final Map<UUID, Item> byUuid;

    public Catalogue(Collection<HandlingDefinition> definitions, Collection<? extends HandlingType<?>> types) {
        Map<String, HandlingType<?>> classes =
                types.stream().collect(Collectors.toMap(HandlingType::code, Function.identity()));
        byCode = new TreeMap<>();
        for (var definition : definitions) {
            var type = classes.remove(definition.code());
            if (type == null) throw new IllegalStateException("no class does " + definition.code());
            byCode.put(definition.code(), new Item(definition, type));
        }
        if (!classes.isEmpty()) throw new IllegalStateException("no page of the catalogue for " + classes.keySet());
        byUuid = byCode.values().stream()
                .collect(Collectors.toUnmodifiableMap(item -> item.definition().uuid(), Function.identity()));
    }

    public Optional<Item> find(UUID handlingType) {
        return Optional.ofNullable(byUuid.get(handlingType));
    }

    public Optional<Item> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** As a request's row tells its type: by its code, or of one that isn't known by what was sent. */
    String name(UUID handlingType) {
        return find(handlingType).map(item -> item.definition().code()).orElseGet(handlingType::toString);
    }

    /** All types by code. */
    public List<Item> items() {
        return List.copyOf(byCode.values());
    }
}
