package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.money.Money;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of the document, read strictly: each field is asked for by name, {@link #end} refuses the rest.
 *
 * <p>A field that is absent, null or "" is the same. What is refused is refused with its pointer and without its value.
 */
final class Row {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CVR = Pattern.compile("\\d{8}");
    /** Years that both databases and people write in the same way. */
    private static final Pattern DATE = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

    private static final int LONGEST_ADDRESS = 500;
    private static final int LAST_PORT = 65_535;

    private final JsonNode node;
    private final String pointer;
    private final Set<String> asked = new HashSet<>();

    private Row(JsonNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    static Row of(JsonNode node, String pointer) {
        if (!node.isObject()) throw ImportRefused.at(pointer, "must be an object");
        return new Row(node, pointer);
    }

    String pointer() {
        return pointer;
    }

    ImportRefused refuse(String field, String detail) {
        return ImportRefused.at(pointer + "/" + escape(field), detail);
    }

    /** Refuses the first field that wasn't asked for. */
    void end() {
        for (var name : node.propertyNames()) if (!asked.contains(name)) throw refuse(name, "unknown field");
    }

    /** A text of at most {@code longest} characters. */
    @Nullable
    String text(String field, int longest) {
        var value = value(field);
        if (value == null) return null;
        if (!value.isString()) throw refuse(field, "must be a string");
        var text = value.stringValue();
        if (text.length() > longest) throw refuse(field, "longer than " + longest + " characters");
        if (!text.codePoints().allMatch(Row::canBeKept)) throw refuse(field, "holds a character that can't be kept");
        return text;
    }

    String requiredText(String field, int longest) {
        return required(field, text(field, longest));
    }

    /** An address that can be sent to; one that is only a path is of this system, where the test bench has some. */
    @Nullable
    String address(String field) {
        var text = text(field, LONGEST_ADDRESS);
        if (text == null || text.startsWith("/")) return text;
        try {
            var address = new URI(text);
            var isWeb = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (isWeb && address.getRawAuthority() != null && address.getPort() <= LAST_PORT) return text;
        } catch (URISyntaxException e) {
            // Refused as any other.
        }
        throw refuse(field, "must be an address as in https://fagsystem.example.dk/svar");
    }

    /** The id in a field, where there is one; nothing is refused. */
    @Nullable
    UUID peek(String field) {
        return peek(node, field);
    }

    /** The ids in a field of the objects of a list; nothing is refused. */
    List<UUID> peekAll(String list, String field) {
        var ids = new ArrayList<UUID>();
        for (var each : node.path(list)) {
            var id = peek(each, field);
            if (id != null) ids.add(id);
        }
        return ids;
    }

    private static @Nullable UUID peek(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    @Nullable
    UUID id(String field) {
        var text = text(field, 100);
        if (text == null) return null;
        if (!UUID_TEXT.matcher(text).matches()) throw refuse(field, "must be a UUID");
        return UUID.fromString(text);
    }

    UUID requiredId(String field) {
        return required(field, id(field));
    }

    String requiredCvr(String field) {
        var text = requiredText(field, 100);
        if (!CVR.matcher(text).matches()) throw refuse(field, "must be a CVR of eight digits");
        return text;
    }

    @Nullable
    LocalDate date(String field) {
        var text = text(field, 100);
        if (text == null) return null;
        try {
            if (DATE.matcher(text).matches()) return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refuse(field, "must be a day that exists");
        }
        throw refuse(field, "must be a date as in 2026-01-31");
    }

    LocalDate requiredDate(String field) {
        return required(field, date(field));
    }

    /** An amount over nothing. */
    Money requiredAmount(String field) {
        var amount = amount(field);
        if (amount.isZero()) throw refuse(field, "must be more than 0.00");
        return amount;
    }

    /** An amount, or nothing. */
    Money amount(String field) {
        var text = requiredText(field, 100);
        if (text.startsWith("-")) throw refuse(field, "must not be negative");
        return money(field, text);
    }

    /** An amount in øre, of either sign. */
    long signedAmount(String field) {
        var text = requiredText(field, 100);
        return text.startsWith("-")
                ? -money(field, text.substring(1)).oere()
                : money(field, text).oere();
    }

    <E extends Enum<E>> @Nullable E code(String field, Class<E> codes) {
        var text = text(field, 100);
        if (text == null) return null;
        for (var code : codes.getEnumConstants()) if (code.name().equals(text)) return code;
        throw refuse(field, "must be one of " + List.of(codes.getEnumConstants()));
    }

    /** The objects of a list; none where it is absent. */
    List<Row> rows(String field) {
        var rows = new ArrayList<Row>();
        var at = 0;
        for (var element : list(field)) rows.add(of(element, pointer + "/" + field + "/" + at++));
        return rows;
    }

    /** The CVRs of a list, each once. */
    List<String> cvrs(String field) {
        var cvrs = new ArrayList<String>();
        for (var element : list(field)) {
            var at = field + "/" + cvrs.size();
            if (!element.isString() || !CVR.matcher(element.stringValue()).matches())
                throw ImportRefused.at(pointer + "/" + at, "must be a CVR of eight digits");
            if (cvrs.contains(element.stringValue())) throw ImportRefused.at(pointer + "/" + at, "named twice");
            cvrs.add(element.stringValue());
        }
        return cvrs;
    }

    <T> T required(String field, @Nullable T value) {
        if (value == null) throw refuse(field, "required");
        return value;
    }

    private Iterable<JsonNode> list(String field) {
        var value = value(field);
        if (value == null) return List.of();
        if (!value.isArray()) throw refuse(field, "must be a list");
        return value;
    }

    private Money money(String field, String text) {
        try {
            return Money.of(text);
        } catch (IllegalArgumentException e) {
            throw refuse(field, "must be an amount as in 1000.00, with at most 13 digits before the point");
        }
    }

    private @Nullable JsonNode value(String field) {
        asked.add(field);
        var value = node.get(field);
        return value == null
                        || value.isNull()
                        || value.isString() && value.stringValue().isEmpty()
                ? null
                : value;
    }

    /** PostgreSQL keeps no NUL, and half of a surrogate pair is no character. */
    private static boolean canBeKept(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    static String escape(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
