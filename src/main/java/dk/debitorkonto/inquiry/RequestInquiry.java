package dk.debitorkonto.inquiry;

import dk.debitorkonto.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells requests: one, its effects, or a list by what became of them. */
@Component
public class RequestInquiry {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final String REQUESTS = """
        select id, identification, case_system, authority, handling_type, received_at, outcome, waiting_for, expected,
               plan_fingerprint, plan_amount, decided_at, note, receipt, answer
          from request
        """;
    private static final String EFFECTS = """
        select ordinal, subject_kind, subject, before_value, after_value
          from effect
         where request = ? and ordinal > ?
         order by ordinal
         fetch first ? rows only
        """;

    private static final String TRIES = """
        select a.at, a.url, a.http_status, a.milliseconds, a.result,
               case when a.result <> 'ACCEPTED' then a.came_back end as came_back
          from attempt a
          join message m on m.id = a.message
         where m.request = ?
         order by a.number
        """;

    /** A request with the id of its row. */
    public record Found(UUID id, RequestView view) {}

    private record Effect(int ordinal, EffectView view) {}

    private record Listed(UUID id, RequestView.Listed view) {}

    private final JdbcTemplate jdbc;

    RequestInquiry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The requests with an identification: several where several senders used it. */
    public List<Found> find(UUID identification) {
        var found = jdbc.query(
                REQUESTS + " where identification = ? order by case_system",
                (row, n) -> new Found(Columns.id(row, "id"), request(row)),
                identification);
        return found.stream()
                .map(each -> new Found(each.id(), withAnswer(each)))
                .toList();
    }

    private RequestView withAnswer(Found found) {
        var messages = jdbc.queryForList("select body from message where request = ?", String.class, found.id());
        return messages.isEmpty()
                ? found.view()
                : found.view().answeredBy(messages.getFirst(), jdbc.query(TRIES, (row, n) -> tried(row), found.id()));
    }

    private static RequestView.Try tried(ResultSet row) throws SQLException {
        return new RequestView.Try(
                Columns.instant(row, "at"),
                Columns.text(row, "url"),
                row.getObject("http_status", Integer.class),
                row.getLong("milliseconds"),
                Columns.text(row, "result"),
                row.getString("came_back"));
    }

    public Page<EffectView> effects(UUID requestId, @Nullable String cursor, int limit) {
        var after = cursor == null ? -1 : Cursor.read(cursor, 1, parts -> Integer.valueOf(parts.getFirst()));
        var found = jdbc.query(EFFECTS, (row, n) -> effect(row), requestId, after, limit + 1);
        var page = Page.of(found, limit, last -> Cursor.of(last.ordinal()));
        return new Page<>(page.items().stream().map(Effect::view).toList(), page.next());
    }

    private static Effect effect(ResultSet row) throws SQLException {
        return new Effect(
                row.getInt("ordinal"),
                new EffectView(
                        Columns.text(row, "subject_kind"),
                        Columns.id(row, "subject"),
                        JSON.readValue(row.getString("before_value"), OBJECT),
                        JSON.readValue(row.getString("after_value"), OBJECT)));
    }

    /** The requests that pass {@code filter}, oldest first. */
    public Page<RequestView.Listed> list(RequestFilter filter, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<>(List.of("outcome is not null"));
        var values = new ArrayList<>();
        add(conditions, values, "outcome = ?", name(filter.outcome()));
        add(conditions, values, "waiting_for = ?", name(filter.waitingFor()));
        add(conditions, values, "answer = ?", name(filter.answer()));
        add(conditions, values, "case_system = ?", filter.caseSystem());
        add(conditions, values, "authority = ?", filter.authority());
        if (cursor != null) addCursor(conditions, values, cursor);
        values.add(limit + 1);
        var sql = REQUESTS + " where " + String.join(" and ", conditions)
                + " order by received_at, id fetch first ? rows only";
        var found = jdbc.query(sql, (row, n) -> new Listed(Columns.id(row, "id"), listed(row)), values.toArray());
        var page = Page.of(found, limit, last -> Cursor.of(last.view().receivedAt(), last.id()));
        return new Page<>(page.items().stream().map(Listed::view).toList(), page.next());
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value == null) return;
        conditions.add(condition);
        values.add(value);
    }

    private static void addCursor(List<String> conditions, List<Object> values, String cursor) {
        conditions.add("(received_at > ? or received_at = ? and id > ?)");
        values.addAll(Cursor.read(cursor, 2, parts -> {
            var received = Instant.parse(parts.getFirst()).atOffset(ZoneOffset.UTC);
            return List.of(received, received, UUID.fromString(parts.getLast()));
        }));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return Optional.ofNullable(value).map(Enum::name).orElse(null);
    }

    private static RequestView request(ResultSet row) throws SQLException {
        var listed = listed(row);
        return new RequestView(
                listed.identification(),
                listed.caseSystem(),
                listed.authority(),
                listed.handlingType(),
                listed.receivedAt(),
                listed.outcome(),
                listed.waitingFor(),
                listed.expected(),
                listed.plan(),
                listed.note(),
                row.getString("receipt"),
                listed.answer(),
                null,
                List.of());
    }

    private static RequestView.Listed listed(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new RequestView.Listed(
                Columns.id(row, "identification"),
                Columns.id(row, "case_system"),
                Columns.text(row, "authority"),
                Columns.text(row, "handling_type"),
                Columns.instant(row, "received_at"),
                outcome,
                row.getString("waiting_for"),
                Columns.dateOrNull(row, "expected"),
                "DEFERRED".equals(outcome) ? plan(row) : null,
                NoteText.of(row.getString("note")),
                Columns.text(row, "answer"));
    }

    private static RequestView.@Nullable Plan plan(ResultSet row) throws SQLException {
        var fingerprint = row.getString("plan_fingerprint");
        if (fingerprint == null) return null;
        var amount = row.getObject("plan_amount", Long.class);
        return new RequestView.Plan(
                fingerprint, amount == null ? null : new Money(amount), Columns.instantOrNull(row, "decided_at"));
    }
}
