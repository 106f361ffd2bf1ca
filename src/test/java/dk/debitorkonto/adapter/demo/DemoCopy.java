package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.adapter.imports.Import;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of the demo once more under ids of their own, so that a test may change them. */
final class DemoCopy {

    /** All ids of the demo's parts but those of case systems, which a copy shares. */
    private static final Pattern IDS = Pattern.compile("\\bd(0000000-0000-4000-8000-0000000(?!00)\\d{5})");

    private final char first;

    private DemoCopy(char first) {
        this.first = first;
    }

    /** The parts of the copy whose ids begin with the digit {@code first}. */
    static List<DemoCast.Part> parts(char first) {
        return DemoCast.parts().stream().map(new DemoCopy(first)::part).toList();
    }

    /** Takes that copy into the books; again, without effect. */
    static List<DemoCast.Part> into(Import imports, char first) throws Exception {
        var document = new DemoDocument();
        DemoScenes.into(document);
        var json = new DemoCopy(first).text(new String(document.json(), StandardCharsets.UTF_8));
        imports.run(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "copy " + first);
        return parts(first);
    }

    /** A request that takes back what the part did. */
    static DemoCast.Part undoing(DemoCast.Part part) {
        return new DemoCast.Part(
                "TILBAGEFOER_HANDLING",
                part.variant(),
                UUID.randomUUID(),
                part.account(),
                part.targetAccount(),
                part.claims(),
                part.targetClaims(),
                null,
                null,
                "<h:TilbageførHandling xmlns:h=\"urn:debitorkonto:handling:1\"><h:AnmodningIdentifikation>"
                        + part.identification()
                        + "</h:AnmodningIdentifikation></h:TilbageførHandling>",
                part);
    }

    private DemoCast.Part part(DemoCast.Part part) {
        return new DemoCast.Part(
                part.code(),
                part.variant(),
                id(part.identification()),
                id(part.account()),
                part.targetAccount() == null ? null : id(part.targetAccount()),
                ids(part.claims()),
                ids(part.targetClaims()),
                part.reason(),
                part.effectDate(),
                nullable(part.parameters()),
                part.original() == null ? null : part(part.original()));
    }

    private UUID id(UUID id) {
        return UUID.fromString(IDS.matcher(id.toString()).replaceAll(first + "$1"));
    }

    private List<UUID> ids(List<UUID> ids) {
        return ids.stream().map(this::id).toList();
    }

    private @Nullable String nullable(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private String text(String text) {
        return IDS.matcher(text).replaceAll(first + "$1");
    }
}
