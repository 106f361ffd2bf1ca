package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.handling.DebtorSystem;
import dk.debitorkonto.handling.Registered;
import dk.debitorkonto.handling.Submission;
import dk.debitorkonto.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who may send for whom, and what the municipality has set. */
@Component
public class Registry {

    /** H2, asked for an absent RequestId, would look through all requests of the system. */
    private static final String ASK = """
        select s.id as system_id,
               a.cvr as authority_cvr,
               g.authority as agreement_cvr,
               a.closed_to,
               l.amount as limit_amount,
               r.version,
               r.families,
               d.id as debtor_system,
               d.endpoint,
               exists (select 1 from request q where q.sender_cvr = ? and q.case_system = ? and q.identification = ?)
                   or cast(? as uuid) is not null
                       and exists (select 1 from request q where q.sender_cvr = ? and q.case_system = ? and q.request_id = ?)
                   as key_used
          from coverage_rule r
          left join case_system s on s.id = ? and s.cvr = ?
          left join authority a on a.cvr = ?
          left join agreement g on g.case_system = s.id and g.authority = a.cvr
          left join route t on t.authority = a.cvr
          left join debtor_system d on d.id = t.debtor_system
          left join authority_limit l on l.authority = a.cvr and l.handling_type = ?
         where r.authority in ('*', ?)
           and r.valid_from <= ?
         order by case when r.authority = '*' then 1 else 0 end, r.valid_from desc
         fetch first 1 rows only
        """;

    private final JdbcTemplate jdbc;

    Registry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The sender, the municipality, and its rules as of {@code date} for the type with this code; and whether the request is known. */
    public Registered ask(Submission submission, String handlingType, LocalDate date) {
        var sender = submission.sender();
        var authority = submission.authority();
        return jdbc.query(
                        ASK,
                        (row, n) -> registered(row),
                        sender.cvr(),
                        sender.instance(),
                        submission.request().identification(),
                        submission.requestId(),
                        sender.cvr(),
                        sender.instance(),
                        submission.requestId(),
                        sender.instance(),
                        sender.cvr(),
                        authority,
                        handlingType,
                        authority,
                        date)
                .getFirst();
    }

    private static @Nullable DebtorSystem route(ResultSet row) throws SQLException {
        var id = Rows.uuidOrNull(row, "debtor_system");
        return id == null ? null : new DebtorSystem(id, row.getString("endpoint"));
    }

    private static Registered registered(ResultSet row) throws SQLException {
        var limit = row.getObject("limit_amount", Long.class);
        var families = Arrays.stream(row.getString("families").split(","))
                .map(CostFamily::valueOf)
                .toList();
        return new Registered(
                row.getObject("system_id") != null,
                row.getString("authority_cvr") != null,
                row.getString("agreement_cvr") != null,
                route(row),
                Rows.dateOrNull(row, "closed_to"),
                limit == null ? null : new Money(limit),
                new CoverageOrder(row.getString("version"), families),
                row.getBoolean("key_used"));
    }
}
