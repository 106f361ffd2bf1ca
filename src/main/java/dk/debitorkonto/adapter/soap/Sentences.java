package dk.debitorkonto.adapter.soap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The sentences of {@code messages_da.properties}.
 *
 * <p>{@code {0}} stands for what is told besides; what stands in brackets is told only where there is such a thing.
 */
public final class Sentences {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

    private final Properties sentences = new Properties();

    public Sentences() {
        try (var file = new ClassPathResource("messages_da.properties").getInputStream()) {
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String of(String key, List<String> args) {
        var sentence = sentences.getProperty(key);
        if (sentence == null) throw new IllegalStateException("no sentence for " + key);
        var shortened = BRACKETS.matcher(sentence).replaceAll(part -> quoted(tellable(part.group(1), args)));
        return filled(shortened, args);
    }

    private static String tellable(String part, List<String> args) {
        var isKnown = ARGUMENT.matcher(part)
                .results()
                .map(arg -> index(arg.group(1)))
                .allMatch(index -> index < args.size() && !args.get(index).isEmpty());
        return isKnown ? part : "";
    }

    private static String filled(String text, List<String> args) {
        return ARGUMENT.matcher(text).replaceAll(arg -> {
            var index = index(arg.group(1));
            return quoted(index < args.size() ? args.get(index) : "…");
        });
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private static int index(String digit) {
        return Integer.parseInt(digit);
    }
}
