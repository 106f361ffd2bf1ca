package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.Change;
import dk.debitorkonto.handling.Facts;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the rows under a claim that facts are about: respites, liabilities, notices. What a turn ends in nothing is taken away here; the turn stays. */
final class PartRows {

    private final JdbcTemplate jdbc;
    private final String authority;

    PartRows(JdbcTemplate jdbc, String authority) {
        this.jdbc = jdbc;
        this.authority = authority;
    }

    void keep(Change.FactKind kind, List<Change.Turns> turns) {
        var table = switch (kind) {
            case RESPITE -> "respite";
            case LIABILITY -> "liability";
            case NOTICE -> "notice";
            default -> throw new IllegalArgumentException(kind + " has no rows of its own");
        };
        var gone = turns.stream().filter(turned -> turned.before() != null).toList();
        Rows.update(jdbc, "delete from " + table + " where authority = ? and id = ?", gone, (statement, turned) -> {
            statement.setString(1, authority);
            statement.setObject(2, turned.part());
        });
        var there = turns.stream().filter(turned -> turned.after() != null).toList();
        switch (kind) {
            case RESPITE -> respites(there);
            case LIABILITY -> liabilities(there);
            default -> notices(there);
        }
    }

    private void respites(List<Change.Turns> turns) {
        var sql = "insert into respite (authority, id, claim, from_date, to_date) values (?, ?, ?, ?, ?)";
        Rows.insert(jdbc, sql, turns, (statement, turned) -> {
            var respite = Objects.requireNonNull(Facts.respite(turned.part(), turned.after()));
            statement.setString(1, authority);
            statement.setObject(2, respite.id());
            statement.setObject(3, turned.subject());
            statement.setObject(4, respite.from());
            statement.setObject(5, respite.to());
        });
    }

    private void liabilities(List<Change.Turns> turns) {
        var sql = "insert into liability (authority, id, claim, party, from_date, to_date) values (?, ?, ?, ?, ?, ?)";
        Rows.insert(jdbc, sql, turns, (statement, turned) -> {
            var liability = Objects.requireNonNull(Facts.liability(turned.part(), turned.after()));
            statement.setString(1, authority);
            statement.setObject(2, liability.id());
            statement.setObject(3, turned.subject());
            statement.setString(4, liability.party());
            statement.setObject(5, liability.from());
            statement.setObject(6, liability.to());
        });
    }

    private void notices(List<Change.Turns> turns) {
        var sql = "insert into notice (authority, id, claim, kind, sent, undone) values (?, ?, ?, ?, ?, false)";
        Rows.insert(jdbc, sql, turns, (statement, turned) -> {
            var notice = Objects.requireNonNull(Facts.notice(turned.part(), turned.after()));
            statement.setString(1, authority);
            statement.setObject(2, notice.id());
            statement.setObject(3, turned.subject());
            statement.setString(4, notice.kind().name());
            statement.setObject(5, notice.sent());
        });
    }
}
