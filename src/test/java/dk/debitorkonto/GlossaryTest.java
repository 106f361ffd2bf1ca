package dk.debitorkonto;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.testing.Sources;
import dk.debitorkonto.testing.Sources.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing: docs/glossary.md and the code agree, and the contract's Danish stays at its door. */
class GlossaryTest {

    private static final List<Source> MAIN = Sources.under(Sources.MAIN);
    private static final Path DOOR = Sources.MAIN.resolve("dk/debitorkonto/adapter/soap");
    /** Plays a case system that writes messages, so it may write their elements. */
    private static final Path DEMO = Sources.MAIN.resolve("dk/debitorkonto/adapter/demo");

    private static final Pattern TYPE = Pattern.compile("(?m)^\\| [^|]+ \\| `(\\w+)`");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:sealed |non-sealed |final |abstract )*(?:class|record|enum|interface) (\\w+)");

    /** Words that say too little, or something else, when they stand alone. */
    private static final Set<String> FORBIDDEN_TYPES =
            Set.of("Account", "Status", "Transfer", "Delete", "Transaction", "Customer", "Invoice", "Data", "Info");

    private static final Set<String> FORBIDDEN_NAMES = Set.of("status", "transfer", "delete", "deleted", "info", "tmp");

    @Test
    void each_type_of_the_glossary_exists() {
        var types = MAIN.stream().flatMap(source -> source.names().stream()).collect(Collectors.toSet());
        assertThat(glossary()).isNotEmpty().isSubsetOf(types);
    }

    @Test
    void each_public_type_of_the_domain_stands_in_the_glossary() {
        var modules = Stream.of("claim", "debtor", "payment", "ledger", "handling", "money", "calendar");
        var types = modules.map(
                        module -> Sources.MAIN.resolve("dk/debitorkonto").resolve(module))
                .flatMap(folder -> MAIN.stream()
                        .filter(source -> folder.equals(source.path().getParent())))
                .flatMap(source -> PUBLIC_TYPE.matcher(source.text()).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(glossary()).containsAll(types);
    }

    private static Set<String> glossary() {
        return TYPE.matcher(Sources.text(Path.of("docs/glossary.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_type_is_called_by_a_word_that_says_too_little() {
        var files = MAIN.stream().map(source -> String.valueOf(source.path().getFileName()));
        assertThat(files.map(name -> name.replace(".java", ""))).doesNotContainAnyElementsOf(FORBIDDEN_TYPES);
    }

    /** But at the doors, which speak HTTP's words. */
    @Test
    void nothing_is_called_by_a_word_that_says_too_little() {
        assertThat(found(FORBIDDEN_NAMES::contains)).allMatch(found -> found.contains("/adapter/"));
    }

    /** Opkrævning is collection, inddrivelse is recovery, dækning is coverage: not the one for the other. */
    @Test
    void collection_and_recovery_are_not_mixed_up() {
        var pairs = CatalogueFiles.definitions().stream()
                .filter(definition -> definition.parameters() != null)
                .flatMap(definition -> java.util.Objects.requireNonNull(definition.parameters()).children().stream())
                .flatMap(GlossaryTest::pairs)
                .toList();
        assertThat(pairs).contains("INDDRIVELSESRENTE=RECOVERY_INTEREST");
        assertThat(pairs).allSatisfy(pair -> {
            if (pair.contains("INDDRIV")) assertThat(pair).contains("=").containsPattern("=.*RECOVERY");
            if (pair.contains("OPKRÆV")) assertThat(pair).containsPattern("=.*(COLLECTION|LATE_INTEREST)");
        });
    }

    private static Stream<String> pairs(Child child) {
        return Stream.concat(
                child.values().entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()),
                child.children().stream().flatMap(GlossaryTest::pairs));
    }

    @Test
    void the_contracts_words_stay_at_the_soap_door() {
        var danish = danish(contractNames());
        assertThat(danish).contains("fordring", "anmodning", "henstand", "beloeb");
        assertThat(found(name -> words(name).anyMatch(danish::contains))).isEmpty();
        assertThat(words("fordringListe")).anyMatch(danish::contains);
    }

    @Test
    void the_contracts_element_names_are_not_written_outside_the_soap_door() {
        var names = contractNames();
        names.removeIf(name -> danish(Set.of(name)).isEmpty());
        var written = MAIN.stream()
                .filter(source ->
                        !source.path().startsWith(DOOR) && !source.path().startsWith(DEMO))
                .flatMap(source -> source.literals().stream()
                        .filter(names::contains)
                        .map(literal -> source.path() + ": " + literal))
                .toList();
        assertThat(names).contains("FordringIdentifikation", "Beløb");
        assertThat(written).isEmpty();
    }

    /** What is declared outside of the door and named so. */
    private static List<String> found(java.util.function.Predicate<String> which) {
        var found = new ArrayList<String>();
        for (var source : MAIN)
            if (!source.path().startsWith(DOOR))
                source.names().stream().filter(which).forEach(name -> found.add(source.path() + ": " + name));
        return found;
    }

    /** All names of the schemas, those of the handling types' parameters included. */
    private static Set<String> contractNames() {
        var named = Pattern.compile("name=\"([\\p{L}]+)\"");
        return Sources.files(Path.of("wsdl"), ".xsd").stream()
                .flatMap(file -> named.matcher(Sources.text(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Their Danish words, as an identifier would spell them. */
    private static Set<String> danish(Set<String> names) {
        return names.stream()
                .map(name -> name.replace("æ", "ae")
                        .replace("ø", "oe")
                        .replace("å", "aa")
                        .replace("Å", "Aa")
                        .replace("Ø", "Oe"))
                .flatMap(GlossaryTest::words)
                .filter(word -> word.length() > 4)
                .filter(word -> !ENGLISH.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z])(?=[A-Z])|_")).map(word -> word.toLowerCase(Locale.ROOT));
    }

    /** What the schemas say in English, or in a word that both languages have; our own name too. */
    private static final Set<String> ENGLISH = Set.of(
            "debitorkonto",
            "handling",
            "element",
            "error",
            "fault",
            "list",
            "code",
            "text",
            "processing",
            "request",
            "service",
            "caller",
            "callers",
            "behalf",
            "identifier",
            "accounting",
            "authority",
            "context",
            "municipality",
            "serviceplatform",
            "type",
            "struktur",
            "system",
            "person",
            "periode",
            "parameter",
            "status",
            "response",
            "result");
}
