package dk.debitorkonto.handling.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** A request as JSON, as its row keeps it: read again when it is carried out later, or undone. */
final class RequestText {

    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(money())
            .build();

    private RequestText() {}

    static String write(HandlingRequest request) {
        return JSON.writeValueAsString(request);
    }

    static HandlingRequest.Lists lists(String text) {
        var tree = JSON.readTree(text);
        return new HandlingRequest.Lists(uuids(tree.path("claims")), uuids(tree.path("targetClaims")));
    }

    /** The parameters, as the record that the type takes. */
    static <W> W wish(String text, Class<W> type) {
        return JSON.treeToValue(JSON.readTree(text).path("parameters").path("wish"), type);
    }

    /** The request as it was, but for the effect date that it has been given since. */
    static HandlingRequest read(String text, Class<?> wishType, @Nullable LocalDate effectDate) {
        var tree = (ObjectNode) JSON.readTree(text);
        tree.remove("parameters");
        // Written by its name, but read by its letter, as in the catalogue.
        tree.put("variant", Variant.valueOf(tree.path("variant").asString()).letter());
        var parameters = new HandlingRequest.Parameters.Read(wish(text, wishType));
        return JSON.treeToValue(tree, HandlingRequest.class).fixed(effectDate, parameters);
    }

    private static List<UUID> uuids(Iterable<? extends tools.jackson.databind.JsonNode> nodes) {
        return java.util.stream.StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> UUID.fromString(node.asString()))
                .toList();
    }

    private static JacksonModule money() {
        return new SimpleModule()
                .addSerializer(Money.class, new ValueSerializer<Money>() {
                    @Override
                    public void serialize(Money value, JsonGenerator generator, SerializationContext context) {
                        generator.writeString(value.toString());
                    }
                })
                .addDeserializer(Money.class, new ValueDeserializer<Money>() {
                    @Override
                    public Money deserialize(JsonParser parser, DeserializationContext context) {
                        return Money.of(parser.getString());
                    }
                });
    }
}
