package dk.debitorkonto.handling.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes many rows alike: on PostgreSQL in one statement over arrays, its columns as values; on H2, which joins arrays to what it
 * changes by comparing all with all, in a batch of one statement a row.
 */
@Component
final class ManyRows {

    /** As many rows as one statement or batch takes at a time. */
    private static final int MOST = 1000;

    /**
     * A statement for one row and the same for many.
     *
     * @param each takes a row's values
     * @param all takes an array for each column, in the same order
     * @param types of the columns, as PostgreSQL names them
     */
    record Statement(String each, String all, String... types) {

        /** Into these columns of a table, as in {@code "turn (entry, line)"}; a row whose key is there already is left. */
        static Statement insert(String table, String... types) {
            var marks = " ?,".repeat(types.length).substring(1).replaceFirst(",$", "");
            var into = "insert into " + table;
            return new Statement(
                    into + " values (" + marks + ")", into + " select * from unnest(" + marks + ")", types);
        }

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

    /** Writes all rows; nothing is sent for none. */
    <T> void insert(Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        write(statement, rows, values);
    }

    /** Changes exactly one row for each of {@code rows}; anything else means that a kept row isn't what it should be. */
    <T> void update(Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        var changed = write(statement, rows, values);
        if (changed != rows.size())
            throw new IllegalStateException(changed + " rows changed, not " + rows.size() + ", by: "
                    + statement.each().strip());
    }

    private <T> long write(Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        var changed = 0L;
        for (var from = 0; from < rows.size(); from += MOST) {
            var some = rows.subList(from, Math.min(from + MOST, rows.size()));
            changed += isPostgresql && some.size() > 1 ? all(statement, some, values) : each(statement, some, values);
        }
        return changed;
    }

    private <T> long all(Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        var columns = new Object[statement.types().length][rows.size()];
        for (var row = 0; row < rows.size(); row++) {
            var of = values.apply(rows.get(row));
            for (var column = 0; column < columns.length; column++) columns[column][row] = of[column];
        }
        return jdbc.update(statement.all(), prepared -> {
            for (var column = 0; column < columns.length; column++)
                prepared.setArray(
                        column + 1,
                        prepared.getConnection().createArrayOf(statement.types()[column], columns[column]));
        });
    }

    private <T> long each(Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        var batches =
                jdbc.batchUpdate(statement.each(), rows, MOST, (prepared, row) -> set(prepared, values.apply(row)));
        return Arrays.stream(batches)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    private static void set(java.sql.PreparedStatement prepared, @Nullable Object[] values) throws SQLException {
        for (var index = 0; index < values.length; index++) prepared.setObject(index + 1, values[index]);
    }
}
