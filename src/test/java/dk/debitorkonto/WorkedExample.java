package dk.debitorkonto;

import static java.util.stream.Collectors.joining;

import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;

/** A handling type's example in one variant as Markdown: what the golden dry run says it changes, before and after. */
final class WorkedExample {

    private static final String GOLDEN = "src/test/resources/golden/DebitorkontoAnmodningAfsend/handling/";

    private final String folder;

    WorkedExample(HandlingDefinition definition, Variant variant) {
        var name = definition.code() + "-" + variant.letter();
        folder = GOLDEN + name.toLowerCase(Locale.ROOT).replace('_', '-') + "/";
    }

    /** Links to the messages, and a table with a row for each thing that changes. */
    String text(String operation) {
        return """
            Eksempel med %s (%s):

            | | | Før | Efter |
            |---|---|---|---|
            %s
            """.formatted(operation, links(), rows());
    }

    private String links() {
        var links = new ArrayList<String>();
        if (Files.exists(Path.of(folder + "first.xml"))) links.add(link("den, der føres tilbage", "first.xml"));
        links.add(link("anmodning", "request.xml"));
        links.add(link("prøvekørsel", "proevekoersel.xml"));
        links.add(link("kvittering", "reply.xml"));
        return String.join(", ", links);
    }

    private String link(String words, String file) {
        return "[" + words + "](../" + folder + file + ")";
    }

    private String rows() {
        var dryRun = Messages.parsed(read("proevekoersel.xml")).getDocumentElement();
        return Messages.named(dryRun, "Objekt").stream()
                .map(WorkedExample::rows)
                .collect(joining("\n"));
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of(folder + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(Element object) {
        var parts = Messages.elements(object.getChildNodes());
        var before = values(parts.get(1));
        var after = values(parts.get(2));
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var rows = new ArrayList<String>();
        for (var name : names) {
            var was = before.getOrDefault(name, "");
            var is = after.getOrDefault(name, "");
            if (!was.equals(is)) rows.add("| " + name + " | " + was + " | " + is + " |");
        }
        return "| " + title(parts.getFirst()) + " " + String.join("\n| ", rows);
    }

    /** The last digits tell the demo's objects apart. */
    private static String title(Element identification) {
        var id = identification.getTextContent();
        var kind = identification.getLocalName().replace("Identifikation", "");
        return kind + " …" + id.substring(id.length() - 5);
    }

    private static Map<String, String> values(Element snapshot) {
        var values = new LinkedHashMap<String, String>();
        for (var field : Messages.elements(snapshot.getChildNodes()))
            values.merge(field.getLocalName(), value(field), (first, next) -> first + "; " + next);
        return values;
    }

    private static String value(Element field) {
        var spans = Messages.elements(field.getChildNodes());
        if (spans.isEmpty()) return field.getTextContent();
        List<String> days = spans.stream().map(Element::getTextContent).toList();
        return days.getFirst() + "–" + (days.size() > 1 ? days.getLast() : "");
    }
}
