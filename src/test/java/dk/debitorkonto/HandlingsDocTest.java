package dk.debitorkonto;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.HandlingDefinition.ParameterElement;
import dk.debitorkonto.handling.HandlingReason;
import dk.debitorkonto.handling.Mode;
import dk.debitorkonto.handling.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes docs/handlings.md from the catalogue. The page in the repository is the one written: {@code -Ddocs.write=true} renews it. */
class HandlingsDocTest {

    private static final Path PAGE = Path.of("docs/handlings.md");

    private static final Map<Variant, String> OPERATIONS = Map.of(
            Variant.ONE_ACCOUNT, "AnmodEnDebitorkonto",
            Variant.CLAIMS, "AnmodDebitorkontoMedFordringer",
            Variant.BETWEEN_ACCOUNTS, "AnmodMellemDebitorkonti",
            Variant.BETWEEN_CLAIMS, "AnmodMellemFordringer");
    private static final Map<Mode, String> MODES = Map.of(
            Mode.NOW, "straks: resultatet står i kvitteringen",
            Mode.LATER, "senere: kvitteringen er HandlingUdsat, og svaret følger",
            Mode.EITHER, "straks, medmindre en medarbejder skal godkende: så HandlingUdsat, og svaret følger",
            Mode.NONE, "accept uden handlingsstatus: der følger intet svar");
    private static final Map<ClaimState, String> STATES = Map.of(
            ClaimState.REGISTERED, "REGISTRERET",
            ClaimState.IN_COLLECTION, "TIL_OPKRÆVNING",
            ClaimState.ON_HOLD, "I_BERO",
            ClaimState.IN_RECOVERY, "UNDER_INDDRIVELSE",
            ClaimState.ANNULLED, "ANNULLERET");

    @Test
    void the_page_says_what_the_catalogue_says() throws IOException {
        var page = page();
        if (Boolean.getBoolean("docs.write")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE))
                .as("docs/handlings.md; mvn -Dtest=HandlingsDocTest -Ddocs.write=true test writes it anew")
                .isEqualTo(page);
    }

    private static String page() {
        var definitions = CatalogueFiles.definitions().stream()
                .sorted(Comparator.comparing(HandlingDefinition::code))
                .toList();
        return """
            # Handlingstyper

            *Skrevet af en test ud fra kataloget, `src/main/resources/handlings/`; ret dér, ikke her.*

            Det officielle bilag over handlingstyper er ikke offentligt. Kataloget er vort eget, bygget over det, som den offentlige side og
            metadata nævner. Bogstaverne står for anmodningens fire former:

            %s

            | Handling | Kode | Form | Svar |
            |---|---|---|---|
            %s

            %s
            ## Årsager

            Alle handlingstyper tager alle årsager.

            | Kode | UUID | Årsag | |
            |---|---|---|---|
            %s
            """.formatted(
                        forms(),
                        lines(definitions, HandlingsDocTest::row),
                        definitions.stream().map(HandlingsDocTest::section).collect(joining("\n")),
                        lines(reasons(), HandlingsDocTest::row));
    }

    private static String forms() {
        return List.of(Variant.values()).stream()
                .map(variant -> "- " + variant.letter() + " " + OPERATIONS.get(variant))
                .collect(joining("\n"));
    }

    private static List<HandlingReason> reasons() {
        return CatalogueFiles.reasons().stream()
                .sorted(Comparator.comparing(HandlingReason::code))
                .toList();
    }

    private static String row(HandlingDefinition definition) {
        return "| [%s](#%s) | %s | %s | %s |"
                .formatted(
                        definition.title(),
                        definition.code().toLowerCase(Locale.ROOT),
                        definition.code(),
                        letters(definition.variants()),
                        definition.mode());
    }

    private static String row(HandlingReason reason) {
        return "| %s | %s | %s | %s |"
                .formatted(
                        reason.code(), reason.uuid(), reason.title(), reason.textRequired() ? "ÅrsagTekst kræves" : "");
    }

    private static String section(HandlingDefinition definition) {
        return """
            ## %s

            **%s**

            | | |
            |---|---|
            | UUID | `%s` |
            | Gælder fra | %s |
            | Form | %s |
            | Svar | %s: %s |
            | Godkendelse | %s |
            | Årsag | %s |
            | Fordringens tilstand | %s |
            | Parametre | %s |

            %s%s
            %s\
            """.formatted(
                        definition.code(),
                        definition.title(),
                        definition.uuid(),
                        definition.validFrom(),
                        definition.variants().stream()
                                .sorted()
                                .map(variant -> variant.letter() + " " + OPERATIONS.get(variant))
                                .collect(joining(", ")),
                        definition.mode(),
                        MODES.get(definition.mode()),
                        persons(definition),
                        definition.reasonRequired() ? "kræves" : "valgfri",
                        states(definition),
                        definition.parameters() == null
                                ? "ingen"
                                : "`" + definition.parameters().element() + "`",
                        parameters(definition.parameters()),
                        definition.explanation().strip(),
                        examples(definition));
    }

    private static String persons(HandlingDefinition definition) {
        return switch (definition.persons()) {
            case 0 ->
                definition.mode() == Mode.EITHER
                        ? "en medarbejder, når det, der bogføres, overstiger en grænse, som kommunen har sat; ellers"
                                + " ingen"
                        : "ingen";
            case 1 ->
                definition.mode() == Mode.EITHER
                        ? "en medarbejder, når handlingen kræver det"
                        : "en medarbejder i opkrævningen";
            default -> "to forskellige medarbejdere i opkrævningen";
        };
    }

    private static String states(HandlingDefinition definition) {
        return definition.states().isEmpty()
                ? "se nedenfor"
                : definition.states().stream().sorted().map(STATES::get).collect(joining(", "));
    }

    private static String parameters(@org.jspecify.annotations.Nullable ParameterElement element) {
        if (element == null) return "";
        return """
            | Element | Art | Antal | Værdier |
            |---|---|---|---|
            %s

            """.formatted(lines(element.children(), child -> row("", child)));
    }

    private static String row(String above, Child child) {
        var path = above + child.name();
        var own = "| `%s` | %s | %s | %s |".formatted(path, kind(child), count(child), values(child));
        return child.children().isEmpty() ? own : own + "\n" + lines(child.children(), each -> row(path + "/", each));
    }

    private static String kind(Child child) {
        return switch (child.kind()) {
            case AMOUNT -> "beløb";
            case DATE -> "dato";
            case CODE, CODES -> "kode";
            case UUID -> "UUID";
            case TEXT -> "tekst";
            case ROWS -> "gruppe";
        };
    }

    private static String count(Child child) {
        var many = child.kind() == Child.Kind.CODES || child.kind() == Child.Kind.ROWS;
        return (child.optional() ? "0" : "1") + (many ? "…n" : child.optional() ? "…1" : "");
    }

    private static String values(Child child) {
        return child.values().keySet().stream().sorted().collect(joining(", "));
    }

    /** The examples that HandlingGoldenTest keeps true. */
    private static String examples(HandlingDefinition definition) {
        return definition.variants().stream()
                .sorted()
                .map(variant -> "\n" + new WorkedExample(definition, variant).text(DemoRequest.operation(variant)))
                .collect(joining());
    }

    private static String letters(Collection<Variant> variants) {
        return variants.stream().sorted().map(Variant::letter).collect(joining(" "));
    }

    private static <T> String lines(Collection<T> all, java.util.function.Function<T, String> line) {
        return all.stream().map(line).collect(joining("\n"));
    }
}
