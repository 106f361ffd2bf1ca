package dk.debitorkonto.soapui;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SoapUI's property expansion: properties of project and case, XPaths into the message that a mock answers, and the three
 * expressions that the project uses.
 */
record Expansion(
        Map<String, String> project,
        Map<String, String> testCase,
        @Nullable Reply received) {

    private static final String OF_RECEIVED = "#MockResponse#Request#";
    /** Of twelve digits, another at each time. */
    private static final String NUMBER = "=String.format('%012x', System.currentTimeMillis())";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    Expansion(Map<String, String> project, Map<String, String> testCase) {
        this(project, testCase, null);
    }

    /** The same where {@code received} is answered. */
    Expansion of(Reply received) {
        return new Expansion(project, testCase, received);
    }

    String expand(String text) {
        return EXPRESSION.matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(value(found)));
    }

    private String value(MatchResult found) {
        var expression = Objects.requireNonNull(found.group(1));
        if (expression.equals("=java.util.UUID.randomUUID()"))
            return UUID.randomUUID().toString();
        if (expression.equals("=java.time.Instant.now()")) return Instant.now().toString();
        if (expression.equals(NUMBER)) return String.format("%012x", System.currentTimeMillis());
        if (received != null && expression.startsWith(OF_RECEIVED))
            return Path.of(expression.substring(OF_RECEIVED.length()))
                    .valuesIn(received.document())
                    .getFirst();
        if (expression.startsWith("#Project#")) return property(project, expression);
        if (expression.startsWith("#TestCase#")) return property(testCase, expression);
        throw new IllegalArgumentException("unknown expression: " + expression);
    }

    /** SoapUI puts nothing where there is no such property; here it is an error, as it is one in the project. */
    private static String property(Map<String, String> properties, String expression) {
        var value = properties.get(expression.substring(expression.lastIndexOf('#') + 1));
        if (value == null || value.isEmpty()) throw new IllegalArgumentException("no value of " + expression);
        return value;
    }
}
