package dk.debitorkonto.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Where in a list a page ended: what the row was sorted by, in a form that nobody needs to understand. */
record Cursor(List<String> parts) {

    static Cursor of(Object... parts) {
        return new Cursor(List.of(parts).stream().map(Object::toString).toList());
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads it back as what it was made of; {@code reading} throws where it wasn't. */
    static <T> T read(String text, int parts, Function<List<String>, T> reading) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var split = List.of(joined.split("\\|", -1));
            if (split.size() != parts) throw new MalformedCursor();
            return reading.apply(split);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new MalformedCursor();
        }
    }
}
