package dk.debitorkonto.adapter.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document put aside in a file, so that its lists can be read in the order in which they build on each other, whatever
 * their order in it, and of any length.
 */
final class ImportDocument implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // A row is followed by the next one.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    /** Where in the file each list begins. */
    private final Map<String, Long> lists = new HashMap<>();

    private ImportDocument(Path file) {
        this.file = file;
    }

    /**
     * Reads all of {@code content}.
     *
     * @throws ImportRefused where it isn't JSON in UTF-8, or holds another list than those {@code known}
     */
    static ImportDocument of(InputStream content, Set<String> known) throws IOException {
        var document = new ImportDocument(Files.createTempFile("import-", ".json"));
        try {
            Files.copy(content, document.file, StandardCopyOption.REPLACE_EXISTING);
            document.findLists(known);
            return document;
        } catch (IOException | RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private void findLists(Set<String> known) throws IOException {
        try (var parser = JSON.createParser(Files.newInputStream(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw ImportRefused.at("", "must be a JSON object");
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var pointer = "/" + Row.escape(name);
                if (!known.contains(name)) throw ImportRefused.at(pointer, "unknown field");
                findList(name, pointer, parser);
            }
            if (parser.nextToken() != null) throw ImportRefused.at("", "must end with the object");
        } catch (JacksonException e) {
            throw notJson("", e);
        }
    }

    private void findList(String name, String pointer, JsonParser parser) {
        var token = parser.nextToken();
        var offset = parser.currentTokenLocation().getByteOffset();
        if (offset < 0) throw ImportRefused.at("", "must be in UTF-8");
        if (token == JsonToken.START_ARRAY) lists.put(name, offset);
        else if (token != JsonToken.VALUE_NULL
                && !(token == JsonToken.VALUE_STRING && parser.getString().isEmpty()))
            throw ImportRefused.at(pointer, "must be a list");
        parser.skipChildren();
    }

    /** Hands the rows of a list over, at most {@code size} at a time. */
    void forEach(String list, int size, Consumer<List<Row>> taker) {
        var start = lists.get(list);
        if (start == null) return;
        try (var channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            channel.position(start);
            try (var parser = JSON.createParser(new BufferedInputStream(Channels.newInputStream(channel)))) {
                parser.nextToken();
                read(parser, "/" + list + "/", size, taker);
            }
        } catch (JacksonException e) {
            throw notJson("/" + list, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the document can't be read again", e);
        }
    }

    private static void read(JsonParser parser, String pointer, int size, Consumer<List<Row>> taker) {
        var rows = new ArrayList<Row>(size);
        for (var at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
            rows.add(Row.of(JSON.readTree(parser), pointer + at));
            if (rows.size() == size) {
                taker.accept(List.copyOf(rows));
                rows.clear();
            }
        }
        if (!rows.isEmpty()) taker.accept(List.copyOf(rows));
    }

    private static ImportRefused notJson(String pointer, JacksonException e) {
        var location = e.getLocation();
        return ImportRefused.at(
                pointer,
                location == null
                        ? "can't be read as JSON"
                        : "can't be read as JSON at line %d, column %d"
                                .formatted(location.getLineNr(), location.getColumnNr()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
