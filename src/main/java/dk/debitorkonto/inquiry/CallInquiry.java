package dk.debitorkonto.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The log of calls. */
@Component
public class CallInquiry {

    private static final String CALLS = """
        select sequence, call, service, operation, model, certificate, case_system, identification,
               http_status, fault, reason,
               received_at, received_bytes, received_sha256, sent_at, sent_bytes, sent_sha256
          from service_call
        """;

    private final JdbcTemplate jdbc;

    CallInquiry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The calls after one of them, in their order. */
    public List<CallView> after(long sequence, int limit) {
        return jdbc.query(
                CALLS + " where sequence > ? order by sequence fetch first ? rows only",
                (row, n) -> call(row),
                sequence,
                limit);
    }

    /** The last calls, in their order. */
    public List<CallView> last(int count) {
        return jdbc.query(CALLS + " order by sequence desc fetch first ? rows only", (row, n) -> call(row), count)
                .reversed();
    }

    private static CallView call(ResultSet row) throws SQLException {
        return new CallView(
                row.getLong("sequence"),
                Columns.id(row, "call"),
                Columns.text(row, "service"),
                row.getString("operation"),
                Columns.text(row, "model"),
                row.getString("certificate"),
                Columns.idOrNull(row, "case_system"),
                Columns.idOrNull(row, "identification"),
                row.getInt("http_status"),
                row.getString("fault"),
                row.getString("reason"),
                exact(row, "received"),
                exact(row, "sent"));
    }

    private static CallView.Exact exact(ResultSet row, String way) throws SQLException {
        return new CallView.Exact(
                Columns.instant(row, way + "_at"), row.getLong(way + "_bytes"), Columns.text(row, way + "_sha256"));
    }
}
