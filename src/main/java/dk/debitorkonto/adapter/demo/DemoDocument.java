package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An import document while it is being made. */
final class DemoDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();

    /** A row; what is absent isn't written. */
    static final class Row {

        private final Map<String, Object> fields;

        private Row(Map<String, Object> fields) {
            this.fields = fields;
        }

        Row with(String field, @Nullable Object value) {
            if (value != null) fields.put(field, plain(value));
            return this;
        }

        private static Object plain(Object value) {
            return switch (value) {
                case UUID id -> id.toString();
                case LocalDate date -> date.toString();
                case Money amount -> amount.toString();
                case Enum<?> code -> code.name();
                case Row row -> row.fields;
                case List<?> list -> list.stream().map(Row::plain).toList();
                default -> value;
            };
        }
    }

    /** A row of a list of the document. */
    Row add(String list) {
        var fields = new LinkedHashMap<String, Object>();
        lists.computeIfAbsent(list, name -> new ArrayList<>()).add(fields);
        return new Row(fields);
    }

    /** A row inside another. */
    static Row row() {
        return new Row(new LinkedHashMap<>());
    }

    int size(String list) {
        return lists.getOrDefault(list, List.of()).size();
    }

    byte[] json() {
        return JSON.writeValueAsBytes(lists);
    }
}
