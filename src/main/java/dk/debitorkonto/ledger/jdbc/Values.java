package dk.debitorkonto.ledger.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.support.SqlArrayValue;

/** Sets a statement's values in order; an absent one with its type, so that a batch keeps one plan. */
public final class Values {

    private final PreparedStatement statement;
    private int index;

    public Values(PreparedStatement statement) {
        this.statement = statement;
    }

    public Values uuid(@Nullable UUID value) throws SQLException {
        index++;
        if (value == null) statement.setNull(index, Types.OTHER, "uuid");
        else statement.setObject(index, value);
        return this;
    }

    public Values text(@Nullable Object value) throws SQLException {
        statement.setString(++index, value == null ? null : value.toString());
        return this;
    }

    public Values number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    public Values bool(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    public Values date(@Nullable LocalDate value) throws SQLException {
        index++;
        if (value == null) statement.setNull(index, Types.DATE);
        else statement.setObject(index, value);
        return this;
    }

    public Values instant(Instant value) throws SQLException {
        statement.setObject(++index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return this;
    }

    /** Ids as one value, each once, for {@code unnest(cast(? as uuid array))}. */
    public static SqlParameterValue uuids(Collection<UUID> ids) {
        return new SqlParameterValue(
                Types.ARRAY, new SqlArrayValue("uuid", ids.stream().distinct().toArray()));
    }

    /** Texts as one value, each once, for {@code unnest(cast(? as varchar array))}. */
    public static SqlParameterValue texts(Collection<String> texts) {
        return new SqlParameterValue(
                Types.ARRAY,
                new SqlArrayValue("varchar", texts.stream().distinct().toArray()));
    }
}
