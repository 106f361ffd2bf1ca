package dk.debitorkonto.handling.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Statements that write rows, in their order: on PostgreSQL gathered, many rows of one kind in one statement over arrays, its columns
 * as values, and all sent in one round trip; on H2, which is in our process and joins arrays to what it changes by comparing all with
 * all, done at once as batches of one statement a row.
 */
public final class Writes {

    /** As many rows as one statement or batch takes at a time. */
    private static final int MOST = 1000;

    private static final int ANY = -1;

    private record Part(String sql, List<Object[]> rows, ManyRows.@Nullable Statement arrays, long expected) {

        /** Sets its values from {@code index} on, and says where the next begin. */
        int set(PreparedStatement prepared, int index) throws SQLException {
            if (arrays == null) {
                var row = rows.getFirst();
                for (var column = 0; column < row.length; column++) prepared.setObject(index + column, row[column]);
                return index + row.length;
            }
            var types = arrays.types();
            for (var column = 0; column < types.length; column++) {
                var values = column(types[column]);
                for (var row = 0; row < values.length; row++) values[row] = rows.get(row)[column];
                prepared.setArray(index + column, prepared.getConnection().createArrayOf(types[column], values));
            }
            return index + types.length;
        }

        /** Of a type that the driver sends as it is; others go as text, which takes the server longer to read. */
        private Object[] column(String type) {
            var size = rows.size();
            return switch (type) {
                case "text" -> new String[size];
                case "int8" -> new Long[size];
                case "int4" -> new Integer[size];
                default -> new Object[size];
            };
        }

        void check(long changed) {
            if (expected != ANY && changed != expected)
                throw new IllegalStateException(changed + " rows changed, not " + expected + ", by: " + sql.strip());
        }
    }

    private final JdbcTemplate jdbc;
    private final boolean gathers;
    private final List<Part> parts = new ArrayList<>();

    Writes(JdbcTemplate jdbc, boolean gathers) {
        this.jdbc = jdbc;
        this.gathers = gathers;
    }

    /** Writes all rows; nothing is sent for none. */
    <T> void insert(ManyRows.Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        add(statement, rows, values, false);
    }

    /** Changes exactly one row for each of {@code rows}; anything else means that a kept row isn't what it should be. */
    <T> void update(ManyRows.Statement statement, List<T> rows, Function<T, @Nullable Object[]> values) {
        add(statement, rows, values, true);
    }

    private <T> void add(
            ManyRows.Statement statement, List<T> rows, Function<T, @Nullable Object[]> values, boolean exactly) {
        for (var from = 0; from < rows.size(); from += MOST) {
            var some = rows.subList(from, Math.min(from + MOST, rows.size())).stream()
                    .map(values)
                    .toList();
            var arrays = gathers && some.size() > 1 ? statement : null;
            var part = new Part(
                    arrays == null ? statement.each() : statement.all(), some, arrays, exactly ? some.size() : ANY);
            if (gathers) parts.add(part);
            else part.check(each(part));
        }
    }

    private long each(Part part) {
        var batches = jdbc.batchUpdate(part.sql(), part.rows(), MOST, (prepared, row) -> {
            for (var column = 0; column < row.length; column++) prepared.setObject(column + 1, row[column]);
        });
        return Arrays.stream(batches)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    /** To be called when all are added. */
    public void send() {
        send(jdbc);
    }

    /**
     * The sending of all that is added, by any thread, in the transaction of the one that asks now, in what is left of its time then.
     */
    public Runnable sending() {
        var source = Objects.requireNonNull(jdbc.getDataSource());
        var transaction =
                (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(source));
        var own = new JdbcTemplate(new SingleConnectionDataSource(transaction.getConnection(), true));
        return () -> {
            if (transaction.hasTimeout()) own.setQueryTimeout(transaction.getTimeToLiveInSeconds());
            send(own);
        };
    }

    private void send(JdbcTemplate jdbc) {
        if (parts.isEmpty()) return;
        var sql = parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, (PreparedStatementCallback<Boolean>) prepared -> {
            var index = 1;
            for (var part : parts) index = part.set(prepared, index);
            prepared.execute();
            for (var part : parts) {
                part.check(prepared.getUpdateCount());
                prepared.getMoreResults();
            }
            return true;
        });
        parts.clear();
    }
}
