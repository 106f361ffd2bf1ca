package dk.debitorkonto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.testing.Sources;
import dk.debitorkonto.testing.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What keeps the source readable, as ratchets: what is over a limit today is listed with its size, and may only shrink.
 */
class TidyTest {

    private static final int METHOD_LINES = 30;
    private static final int PARAMETERS = 5;
    private static final int FILE_LINES = 300;

    private static final List<Source> MAIN = Sources.under(Sources.MAIN);
    private static final List<Source> TEST = Sources.under(Sources.TEST);

    private static final Map<String, Integer> LONG_METHODS = Map.of(
            // One constructor call with a component a line.
            "AccountInquiry.view", 34);

    private static final Map<String, Integer> MANY_PARAMETERS = Map.of(
            // What they are given at start; a record of parts would only hide it.
            "HandlingDesk.HandlingDesk",
            6,
            // To be freed by a small class for the lists of a request.
            "Decider.listed",
            6,
            // Each is a filter of the query string.
            "RequestController.list",
            7);

    private static final Map<String, Integer> LONG_FILES = Map.of(
            // Lists of cases.
            "Hostile.java",
            435,
            "ImportContract.java",
            388,
            "InquiryContract.java",
            344,
            "DeferredDeskTest.java",
            542,
            "HandlingDeskTest.java",
            330);

    @Test
    void methods_are_short() {
        shrinks(METHOD_LINES, LONG_METHODS, methods(Sources.Method::lines, method -> true));
    }

    @Test
    void methods_take_few_parameters() {
        shrinks(PARAMETERS, MANY_PARAMETERS, methods(Sources.Method::parameters, method -> !method.isCanonical()));
    }

    @Test
    void files_are_short() {
        shrinks(
                FILE_LINES,
                LONG_FILES,
                Stream.concat(MAIN.stream(), TEST.stream())
                        .collect(Collectors.toMap(source -> name(source.path()), Source::lines, Math::max)));
    }

    @Test
    void the_ratchet_catches() {
        assertThatThrownBy(() -> shrinks(30, Map.of(), Map.of("A.b", 31))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> shrinks(30, Map.of("A.b", 31), Map.of("A.b", 32)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> shrinks(30, Map.of("A.b", 31), Map.of("A.b", 30)))
                .isInstanceOf(AssertionError.class);
        shrinks(30, Map.of("A.b", 40), Map.of("A.b", 31, "A.c", 30));
    }

    /** What is over the limit is listed and no larger than listed; what isn't over it any more has left the list. */
    private static void shrinks(int limit, Map<String, Integer> listed, Map<String, Integer> sizes) {
        var over = new TreeMap<>(sizes);
        over.values().removeIf(size -> size <= limit);
        assertThat(over.keySet()).isEqualTo(new TreeSet<>(listed.keySet()));
        assertThat(over).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(listed.get(name)));
    }

    @Test
    void the_ruler_measures() {
        var source = Sources.read(
                "A.java", "class A {\n    A(int a, int b) {}\n\n    int c() {\n        return 1;\n    }\n}\n");
        assertThat(source.methods())
                .containsExactly(new Sources.Method("A.A", 1, 2, false), new Sources.Method("A.c", 3, 0, false));
        assertThat(source.lines()).isEqualTo(7);
    }

    private static Map<String, Integer> methods(
            java.util.function.ToIntFunction<Sources.Method> size, Predicate<Sources.Method> which) {
        var sizes = new HashMap<String, Integer>();
        for (var source : MAIN)
            source.methods().stream()
                    .filter(which)
                    .forEach(method -> sizes.merge(method.name(), size.applyAsInt(method), Math::max));
        return sizes;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Test
    void nothing_is_left_to_do_in_a_comment() {
        // Put together here, as this file is looked at too.
        assertThat(found("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b", ours())).isEmpty();
        assertThat(Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b")
                        .matcher("// TO" + "DO later")
                        .find())
                .isTrue();
    }

    @Test
    void no_tabs_and_no_white_space_at_the_end_of_a_line() {
        assertThat(found("(?m)(\\t|[ \\r]+$)", ours())).isEmpty();
        assertThat(Pattern.compile("(?m)(\\t|[ \\r]+$)").matcher("a \nb").find())
                .isTrue();
    }

    @Test
    void names_are_written_in_ascii() {
        var wrong = Stream.concat(MAIN.stream(), TEST.stream())
                .flatMap(source ->
                        source.names().stream().filter(TidyTest::isNotAscii).map(name -> source.path() + ": " + name))
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(Sources.read("A.java", "class A { int bel\u00f8b; }").names())
                .anyMatch(TidyTest::isNotAscii);
        assertThat(ours().stream().map(Path::toString).filter(TidyTest::isNotAscii))
                .isEmpty();
    }

    private static boolean isNotAscii(String name) {
        return name.chars().anyMatch(character -> character > 127);
    }

    @Test
    void each_package_says_what_it_is_and_that_nothing_is_null() {
        var packages = MAIN.stream().map(source -> source.path().getParent()).distinct();
        assertThat(packages).allSatisfy(folder -> {
            assertThat(folder.resolve("package-info.java")).exists();
            assertThat(Sources.text(folder.resolve("package-info.java")))
                    .startsWith("/** ")
                    .contains("@NullMarked");
        });
    }

    private static List<String> found(String pattern, List<Path> files) {
        var wanted = Pattern.compile(pattern);
        return files.stream()
                .filter(file -> wanted.matcher(Sources.text(file)).find())
                .map(Path::toString)
                .toList();
    }

    /** All text that we write by hand. */
    private static List<Path> ours() {
        var endings = Set.of(
                ".java", ".yaml", ".sql", ".properties", ".xml", ".xsd", ".wsdl", ".xjb", ".md", ".html", ".css");
        var roots = Stream.of("src", "wsdl", "docs", ".mvn", "pom.xml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md");
        return roots.map(Path::of)
                .filter(Files::exists)
                .flatMap(root -> endings.stream().flatMap(ending -> Sources.files(root, ending).stream()))
                // What is recorded stays as it was.
                .filter(file -> !file.startsWith("src/test/resources"))
                .toList();
    }
}
