package dk.debitorkonto.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark measured, written after each row as JSON and as a table, so that what was measured is kept. */
public final class Figures {

    private static final Path FOLDER = Path.of("target", "bench");

    private final String name;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    public Figures(String name) {
        this.name = name;
    }

    /** Adds a row: names and values in turn. */
    public void row(Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (var index = 0; index < namesAndValues.length; index += 2)
            row.put(namesAndValues[index].toString(), namesAndValues[index + 1]);
        rows.add(row);
        write();
        System.out.println("bench " + name + ": " + row);
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve(name + ".json"),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
            Files.writeString(FOLDER.resolve(name + ".md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String table() {
        var columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        var head = columns.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
        var line = columns.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |\n"));
        var body = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> row.getOrDefault(column, "").toString())
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
        return head + line + body;
    }
}
