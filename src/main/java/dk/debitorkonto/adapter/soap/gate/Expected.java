package dk.debitorkonto.adapter.soap.gate;

import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the validator's message into what was expected, and leaves out what the message had instead. */
final class Expected {

    private static final Pattern KEY = Pattern.compile("^(c[a-z]+-[A-Za-z0-9.\\-]+):");
    private static final Pattern LAST_SET = Pattern.compile(".*'\\{([^']*)\\}'", Pattern.DOTALL);
    private static final Pattern SET_NAME = Pattern.compile("(?:\"[^\"]*\":)?([\\p{L}_][\\p{L}\\p{N}_.\\-]*)");
    private static final Pattern LAST_QUOTED = Pattern.compile(".*'([^']*)'", Pattern.DOTALL);
    private static final Pattern FACET = Pattern.compile(".*Length '(\\d+)'", Pattern.DOTALL);
    private static final Map<String, String> TYPES = Map.of(
            "UUIDType", "a UUID in lower case",
            "CVRNumberType", "eight digits",
            "date", "a date, as 2026-01-31",
            "dateTime", "a date and time, as 2026-01-31T12:00:00+01:00",
            "MarkeringType", "true");

    private Expected() {}

    /** As in {@code expected a UUID in lower case}. */
    static String in(String message) {
        var key = KEY.matcher(message);
        return switch (key.find() ? key.group(1) : "") {
            case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.b" -> "expected " + names(message);
            case "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e", "cvc-complex-type.2.4.f" ->
                "expected no more elements here";
            case "cvc-complex-type.2.1", "cvc-type.3.1.2" -> "expected no elements in it";
            case "cvc-complex-type.2.3" -> "expected elements only, no text";
            case "cvc-complex-type.3.2.2", "cvc-type.3.1.1", "cvc-elt.3.1" -> "expected no such attribute";
            case "cvc-maxLength-valid" -> "expected at most " + facet(message) + " characters";
            case "cvc-minLength-valid" -> "expected at least " + facet(message) + " character";
            case "cvc-pattern-valid", "cvc-datatype-valid.1.2.1" -> "expected " + type(message);
            default -> "expected what the schema says";
        };
    }

    private static String names(String message) {
        var set = LAST_SET.matcher(message);
        if (!set.find()) return "another element";
        var names = new ArrayList<String>();
        for (var each : set.group(1).split(", ", -1)) {
            var name = SET_NAME.matcher(each);
            if (name.matches()) names.add(name.group(1));
        }
        return names.isEmpty() ? "another element" : String.join(" or ", names);
    }

    private static String type(String message) {
        var last = LAST_QUOTED.matcher(message);
        var type = last.find() ? last.group(1) : "";
        return TYPES.getOrDefault(type, "a value as the schema has it");
    }

    private static String facet(String message) {
        var facet = FACET.matcher(message);
        return facet.find() ? facet.group(1) : "a number of";
    }
}
