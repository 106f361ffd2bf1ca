package dk.debitorkonto.adapter.rest;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a person says of a request: a comment always, and which plan it saw where it tells. */
record SpokenWord(String comment, @Nullable String fingerprint) {

    private static final int LONGEST = 500;
    private static final Set<String> FIELDS = Set.of("comment", "fingerprint");

    /** Reads it strictly; what isn't right is a problem with a pointer. */
    static SpokenWord read(JsonNode body) {
        if (!body.isObject()) throw Problems.badRequest("must be an object", "");
        for (var name : body.propertyNames())
            if (!FIELDS.contains(name)) throw Problems.badRequest("unknown field", "/" + name);
        var comment = text(body, "comment");
        if (comment == null) throw Problems.badRequest("a comment is mandatory", "/comment");
        return new SpokenWord(comment, text(body, "fingerprint"));
    }

    /** Absent, null and "" are the same. */
    private static @Nullable String text(JsonNode body, String name) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isString()) throw Problems.badRequest("must be a text", "/" + name);
        var text = value.asString().strip();
        if (text.length() > LONGEST) throw Problems.badRequest("longer than " + LONGEST + " characters", "/" + name);
        return text.isEmpty() ? null : text;
    }
}
