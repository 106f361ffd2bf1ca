package dk.debitorkonto.adapter.rest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a body of texts, and takes nothing that it doesn't know; what isn't right is a problem with a pointer. */
abstract class StrictBody<T> extends StdDeserializer<T> {

    private final Set<String> fields;

    StrictBody(Class<T> type, Set<String> fields) {
        super(type);
        this.fields = fields;
    }

    abstract T read(Texts texts);

    @Override
    public final T deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode body = context.readTree(parser);
        if (!body.isObject()) throw Problems.badRequest("must be an object", "");
        for (var name : body.propertyNames())
            if (!fields.contains(name)) throw Problems.badRequest("unknown field", "/" + name);
        return read(new Texts(body));
    }

    /** The texts of a body; absent, null and "" are the same. */
    record Texts(JsonNode body) {

        String mandatory(String name, int longest) {
            var text = optional(name, longest);
            if (text == null) throw Problems.badRequest("a " + name + " is mandatory", "/" + name);
            return text;
        }

        @Nullable
        String optional(String name, int longest) {
            var value = body.path(name);
            if (value.isMissingNode() || value.isNull()) return null;
            if (!value.isString()) throw Problems.badRequest("must be a text", "/" + name);
            var text = value.asString().strip();
            if (text.length() > longest)
                throw Problems.badRequest("longer than " + longest + " characters", "/" + name);
            return text.isEmpty() ? null : text;
        }
    }
}
