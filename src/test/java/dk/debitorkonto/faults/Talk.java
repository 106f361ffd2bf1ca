package dk.debitorkonto.faults;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one connection of the PostgreSQL driver says to the database, as far as it takes to know when it comes to a point. */
final class Talk {

    /** The driver gives a statement a name with its text, and from then on calls it by its name. */
    private static final Pattern NAMED = Pattern.compile("(S_\\d+)\\x00([^\\x00]+)\\x00");

    private static final String BEGIN = "\0BEGIN\0";
    private static final String COMMIT = "\0COMMIT\0";

    private final Map<String, String> names = new HashMap<>();
    private @Nullable Point touched;

    /** Whether the next piece, of which nothing is passed on yet, is where {@code point} is: its statement, or the commit. */
    boolean comesTo(byte[] piece, int length, @Nullable Point point) {
        var said = new String(piece, 0, length, StandardCharsets.ISO_8859_1);
        NAMED.matcher(said).results().forEach(named -> names.putIfAbsent(named.group(1), named.group(2)));
        if (point == null || says(said, BEGIN)) touched = null;
        if (point == null) return false;
        if (says(said, point.statement)) touched = point;
        var isThere = touched == point && (point.moment == Point.Moment.AT || says(said, COMMIT));
        if (says(said, COMMIT)) touched = null;
        return isThere;
    }

    private boolean says(String said, String text) {
        return said.contains(text)
                || names.entrySet().stream()
                        .anyMatch(named -> ("\0" + named.getValue() + "\0").contains(text)
                                && said.contains("\0" + named.getKey() + "\0"));
    }
}
