package dk.debitorkonto.handling.jdbc;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

/** Java's values in SQL's columns and back, alike on both databases. */
final class Rows {

    /** As many rows as one batch sends at a time. */
    private static final int BATCH = 1000;

    private Rows() {}

    /** Each id once, to be joined as {@code unnest(cast(? as uuid array))}: H2 finds no rows quickly by {@code = any(?)}. */
    static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("uuid", ids.stream().distinct().toArray());
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return java.util.Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** Writes all rows; nothing is sent for none. */
    static <T> void insert(
            JdbcTemplate jdbc, String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (!rows.isEmpty()) jdbc.batchUpdate(sql, rows, BATCH, setter);
    }

    /** Changes exactly one row for each of {@code rows}; anything else means that a kept row isn't what it should be. */
    static <T> void update(
            JdbcTemplate jdbc, String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        if (rows.isEmpty()) return;
        for (var batch : jdbc.batchUpdate(sql, rows, BATCH, setter))
            for (var changed : batch)
                if (changed != 1)
                    throw new IllegalStateException(changed + " rows changed, not one, by: " + sql.strip());
    }
}
