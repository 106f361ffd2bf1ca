package dk.debitorkonto.faults;

import dk.debitorkonto.faults.Evidence.Moments;
import dk.debitorkonto.faults.Evidence.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what a run left in the database, of its authority. */
final class Traces {

    private static final String ROWS = """
        select r.identification, r.outcome, r.answer, r.told_at, r.received_at, m.id as message,
               (select count(*) from message x where x.request = r.id) as messages,
               (select min(a.at) from attempt a where a.message = m.id) as first_try,
               (select count(*) from entry e where e.cause = r.id) as entries,
               (select coalesce(sum(p.amount), 0)
                  from posting p
                  join entry e on e.authority = p.authority and e.id = p.entry
                 where e.cause = r.id) as posted,
               (select count(distinct a.person)
                  from authorisation a
                 where a.request = r.id and a.verdict = 'AUTHORISED' and not a.lapsed
                   and a.fingerprint = r.plan_fingerprint) as seen_by
          from request r
          left join message m on m.request = r.id
         where r.authority = ?
        """;

    private static final String UNDER_WAY = """
        select count(*) from request where authority = ? and (outcome = 'DEFERRED' or answer in ('PENDING', 'SENT'))
        """;

    private static final String LOCKS = """
        select count(*)
          from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and xact_start < now() - interval '20 seconds'
        """;

    private final JdbcTemplate jdbc;
    private final String authority;

    Traces(DataSource database, String authority) {
        this.jdbc = new JdbcTemplate(database);
        this.authority = authority;
    }

    List<Row> rows() {
        return jdbc.query(ROWS, (row, _) -> row(row), authority);
    }

    /** Requests that haven't ended, or whose answer isn't taken. */
    long underWay() {
        return count(UNDER_WAY, authority);
    }

    /** Transactions that have been open for longer than any of these takes. */
    long locks() {
        return count(LOCKS);
    }

    private long count(String sql, Object... values) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, values));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Objects.requireNonNull(row.getObject("identification", UUID.class)),
                String.valueOf(row.getString("outcome")),
                Objects.requireNonNull(row.getString("answer")),
                row.getObject("message", UUID.class),
                row.getInt("messages"),
                row.getInt("entries"),
                row.getLong("posted"),
                row.getInt("seen_by"),
                new Moments(instant(row, "told_at"), instant(row, "received_at"), instant(row, "first_try")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
