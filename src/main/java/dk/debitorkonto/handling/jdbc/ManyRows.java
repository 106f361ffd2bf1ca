package dk.debitorkonto.handling.jdbc;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows how many rows are written alike on the database at hand. */
@Component
final class ManyRows {

    /**
     * A statement for one row and the same for many.
     *
     * @param each takes a row's values
     * @param all takes an array for each column, in the same order
     * @param types of the columns, as PostgreSQL names them
     */
    record Statement(String each, String all, String... types) {

        /** Into these columns of a table, as in {@code "turn (entry, line)"}. */
        static Statement insert(String table, String... types) {
            var marks = " ?,".repeat(types.length).substring(1).replaceFirst(",$", "");
            var into = "insert into " + table;
            return new Statement(
                    into + " values (" + marks + ")", into + " select * from unnest(" + marks + ")", types);
        }

        /** The same, but a row whose key is there already is left. */
        Statement unlessThere() {
            return new Statement(each + " on conflict do nothing", all + " on conflict do nothing", types);
        }
    }

    private final JdbcTemplate jdbc;
    private final boolean isPostgresql;

    ManyRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.isPostgresql = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    boolean isPostgresql() {
        return isPostgresql;
    }

    /** Begins a list of queries. */
    Reads read() {
        return new Reads(jdbc, isPostgresql);
    }

    /** Begins a list of statements. */
    Writes begin() {
        return new Writes(jdbc, isPostgresql);
    }
}
