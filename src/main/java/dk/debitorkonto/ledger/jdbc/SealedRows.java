package dk.debitorkonto.ledger.jdbc;

import dk.debitorkonto.ledger.Digest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries of an authority in an order that is asked for, each with its postings and turns, as words for a digest. Read through cursors
 * side by side, so that an entry of any length takes the memory of a few rows; to be used in a transaction.
 */
final class SealedRows implements AutoCloseable {

    private static final String ENTRY = """
        select r.id, r.number, r.booked_at, r.value_date, r.cause_kind, r.cause, r.cause_part, r.comment, r.actor, wanted.n
          from unnest(cast(? as uuid array)) with ordinality wanted (id, n)
          join entry r on r.authority = ? and r.id = wanted.id
         order by wanted.n
        """;
    private static final String POSTINGS = """
        select r.line, r.debit_pot, r.debit_subject, r.debit_detail, r.credit_pot, r.credit_subject, r.credit_detail, r.amount,
               r.about, r.reverses_entry, r.reverses_line, wanted.n
          from unnest(cast(? as uuid array)) with ordinality wanted (id, n)
          join posting r on r.authority = ? and r.entry = wanted.id
         order by wanted.n, r.line
        """;
    private static final String TURNS = """
        select r.line, r.kind, r.subject, r.part, r.before_value, r.after_value, r.reverses_entry, r.reverses_line, wanted.n
          from unnest(cast(? as uuid array)) with ordinality wanted (id, n)
          join turn r on r.authority = ? and r.entry = wanted.id
         order by wanted.n, r.line
        """;

    private final List<Rows> tables;
    private int next;

    SealedRows(Connection connection, String authority, List<UUID> entries) throws SQLException {
        var ids = connection.createArrayOf("uuid", entries.toArray());
        tables = List.of(
                new Rows("entry", connection.prepareStatement(ENTRY), ids, authority),
                new Rows("posting", connection.prepareStatement(POSTINGS), ids, authority),
                new Rows("turn", connection.prepareStatement(TURNS), ids, authority));
    }

    /** Adds the next entry of the order. */
    void say(Digest digest) throws SQLException {
        next++;
        for (var rows : tables) rows.say(digest, next);
    }

    @Override
    public void close() throws SQLException {
        for (var rows : tables) rows.statement.close();
    }

    /** One table's rows, whose last column is the place of their entry in the order. */
    private static final class Rows {

        private static final int AT_A_TIME = 2000;

        private final String table;
        private final PreparedStatement statement;
        private final ResultSet rows;
        private final int[] types;
        private boolean more;

        Rows(String table, PreparedStatement statement, java.sql.Array entries, String authority) throws SQLException {
            this.table = table;
            this.statement = statement;
            statement.setFetchSize(AT_A_TIME);
            statement.setArray(1, entries);
            statement.setString(2, authority);
            rows = statement.executeQuery();
            types = new int[rows.getMetaData().getColumnCount()];
            for (var column = 1; column <= types.length; column++)
                types[column - 1] = rows.getMetaData().getColumnType(column);
            more = rows.next();
        }

        void say(Digest digest, int place) throws SQLException {
            for (; more && rows.getInt(types.length) == place; more = rows.next()) {
                digest.say(table);
                for (var column = 1; column < types.length; column++) digest.say(text(column));
            }
        }

        /** Alike on both databases: an instant as UTC, all else as it prints. */
        private @Nullable String text(int column) throws SQLException {
            var type = types[column - 1];
            return type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.TIMESTAMP
                    ? rows.getObject(column, OffsetDateTime.class).toInstant().toString()
                    : rows.getString(column);
        }
    }
}
