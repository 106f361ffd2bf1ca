package dk.debitorkonto.handling.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Queries of which none needs what another found, asked in their order, each of what is committed when it begins: on PostgreSQL in one
 * round trip.
 */
final class Reads {

    /** Sets a query's values from an index on, and says where the next begin. */
    interface Values {
        int set(PreparedStatement statement, int from) throws SQLException;
    }

    private record Query(String sql, Values values, RowCallbackHandler rows) {}

    private final JdbcTemplate jdbc;
    private final boolean inOneTrip;
    private final List<Query> queries = new ArrayList<>();

    Reads(JdbcTemplate jdbc, boolean inOneTrip) {
        this.jdbc = jdbc;
        this.inOneTrip = inOneTrip;
    }

    Reads ask(String sql, Values values, RowCallbackHandler rows) {
        queries.add(new Query(sql, values, rows));
        return this;
    }

    /** To be called when all are asked. */
    void read() {
        if (inOneTrip) together();
        else
            for (var query : queries)
                jdbc.query(query.sql(), prepared -> query.values().set(prepared, 1), query.rows());
    }

    private void together() {
        var sql = queries.stream().map(Query::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, (PreparedStatementCallback<Boolean>) prepared -> {
            var index = 1;
            for (var query : queries) index = query.values().set(prepared, index);
            prepared.execute();
            for (var query : queries) {
                try (var found = prepared.getResultSet()) {
                    while (found.next()) query.rows().processRow(found);
                }
                prepared.getMoreResults();
            }
            return true;
        });
    }
}
