package dk.debitorkonto.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The promises made in receipts, and what a person must look at. */
@Component
public class PromiseInquiry {

    /** Deferred, or once so: only a deferred request ever has an answer. */
    private static final String PROMISES = """
        select *
          from (select id, received_at, identification, case_system, authority, handling_type, promised, answer_by,
                       outcome, waiting_for, answer, note,
                       case when answer = 'ACCEPTED' then 'KEPT'
                            when least(promised, answer_by) < ? then 'BROKEN'
                            else 'DUE'
                        end as state
                  from request
                 where outcome = 'DEFERRED' or answer <> 'NONE') promise
        """;

    private static final String PARKED = """
        select r.identification, r.case_system, coalesce(m.unaddressed, false) as unaddressed,
               coalesce((select max(a.at) from attempt a where a.message = m.id), m.made_at, r.decided_at, r.received_at) as since
          from request r
          left join message m on m.request = r.id
         where r.answer = 'PARKED'
         order by r.received_at, r.id
        """;

    private static final String PARKED_WORK = """
        select r.identification, r.case_system, false as unaddressed, p.parked_at as since
          from parked_work p
          join request r on r.id = p.subject
         order by p.parked_at, r.id
        """;

    private static final String WITHOUT_ADDRESS =
            "Svaret har ingen adresse. Registrér fagsystemets callback, så sendes det af sig selv.";

    /** What a person must look at; the request is that which {@code caseSystem} has under this identification. */
    public record Alarm(String kind, UUID request, UUID caseSystem, Instant since, String text) {}

    private record Row(UUID id, Instant receivedAt, PromiseView view) {}

    private final JdbcTemplate jdbc;

    PromiseInquiry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The promises in {@code state}, or all of them, oldest first. */
    public Page<PromiseView> promises(
            PromiseView.@Nullable State state, LocalDate today, @Nullable String cursor, int limit) {
        var sql = new StringBuilder(PROMISES).append(" where 1 = 1");
        var values = new ArrayList<Object>(List.of(today));
        if (state != null) {
            sql.append(" and state = ?");
            values.add(state.name());
        }
        if (cursor != null) {
            sql.append(" and (received_at > ? or received_at = ? and id > ?)");
            values.addAll(Cursor.read(cursor, 2, parts -> {
                var received = Instant.parse(parts.getFirst()).atOffset(ZoneOffset.UTC);
                return List.of(received, received, UUID.fromString(parts.getLast()));
            }));
        }
        values.add(limit + 1);
        sql.append(" order by received_at, id fetch first ? rows only");
        var page = Page.of(
                jdbc.query(sql.toString(), (row, n) -> promise(row), values.toArray()),
                limit,
                last -> Cursor.of(last.receivedAt(), last.id()));
        return new Page<>(page.items().stream().map(Row::view).toList(), page.next());
    }

    private static Row promise(ResultSet row) throws SQLException {
        return new Row(
                Columns.id(row, "id"),
                Columns.instant(row, "received_at"),
                new PromiseView(
                        Columns.id(row, "identification"),
                        Columns.id(row, "case_system"),
                        Columns.text(row, "authority"),
                        Columns.text(row, "handling_type"),
                        PromiseView.State.valueOf(row.getString("state")),
                        Columns.dateOrNull(row, "promised"),
                        Columns.dateOrNull(row, "answer_by"),
                        row.getString("outcome"),
                        row.getString("waiting_for"),
                        Columns.text(row, "answer"),
                        NoteText.of(row.getString("note"))));
    }

    /** Gone when their cause is. */
    public List<Alarm> alarms() {
        var alarms = new ArrayList<>(
                alarms(PARKED, "ANSWER_PARKED", "Svaret er ikke afleveret; en medarbejder skal se på det."));
        alarms.addAll(alarms(
                PARKED_WORK,
                "TASK_PARKED",
                "Behandlingen er stoppet efter gentagne fejl; ret årsagen, som står i loggen, og genoptag den."));
        return alarms;
    }

    private List<Alarm> alarms(String sql, String kind, String text) {
        return jdbc.query(
                sql,
                (row, n) -> new Alarm(
                        kind,
                        Columns.id(row, "identification"),
                        Columns.id(row, "case_system"),
                        Columns.instant(row, "since"),
                        row.getBoolean("unaddressed") ? WITHOUT_ADDRESS : text));
    }
}
