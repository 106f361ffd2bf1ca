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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java's values in SQL's columns and back, alike on both databases. */
final class Rows {

    private Rows() {}

    /** Each id once, to be joined as {@code unnest(cast(? as uuid array))}: H2 finds no rows quickly by {@code = any(?)}. */
    static Array uuids(PreparedStatement statement, Collection<UUID> ids) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("uuid", ids.stream().distinct().toArray());
    }

    /** Sets the ids and the authority of those that are asked for, in this order; says where the next values begin. */
    static int ofIds(PreparedStatement statement, int from, Collection<UUID> ids, String authority)
            throws SQLException {
        statement.setArray(from, uuids(statement, ids));
        statement.setString(from + 1, authority);
        return from + 2;
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
}
