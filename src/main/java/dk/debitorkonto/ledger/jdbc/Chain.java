package dk.debitorkonto.ledger.jdbc;

import dk.debitorkonto.ledger.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The hash chain over an authority's entries: each seal is SHA-256 over the seal before, its own number, and every column of the
 * entry, its postings and its turns.
 */
@Component
public final class Chain {

    /** What the first seal of an authority follows. */
    static final String START = "0".repeat(64);

    private static final String ENTRY = """
        select id, number, booked_at, value_date, cause_kind, cause, cause_part, comment, actor
          from entry
         where authority = ? and id = ?
        """;
    private static final String POSTINGS = """
        select line, debit_pot, debit_subject, debit_detail, credit_pot, credit_subject, credit_detail, amount, about,
               reverses_entry, reverses_line
          from posting
         where authority = ? and entry = ?
         order by line
        """;
    private static final String TURNS = """
        select line, kind, subject, part, before_value, after_value, reverses_entry, reverses_line
          from turn
         where authority = ? and entry = ?
         order by line
        """;
    private static final String SEALS =
            "select sequence, entry, hash from seal where authority = ? and sequence > ? order by sequence fetch first"
                    + " 1000 rows only";

    /** A seal that isn't what the rows under it say. */
    public record Break(String authority, long sequence, UUID entry) {}

    private final JdbcTemplate jdbc;

    Chain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The hash that seals {@code entry} as number {@code sequence} after {@code before}. */
    String seal(String authority, String before, long sequence, UUID entry) {
        var digest = new Digest();
        digest.say(before);
        digest.say(Long.toString(sequence));
        rows(digest, "entry", ENTRY, authority, entry);
        rows(digest, "posting", POSTINGS, authority, entry);
        rows(digest, "turn", TURNS, authority, entry);
        return digest.hex();
    }

    /** Goes over all seals of an authority; the first that doesn't hold, if any. */
    public @Nullable Break firstBreak(String authority) {
        var before = START;
        var sequence = 0L;
        for (var page = page(authority, sequence); !page.isEmpty(); page = page(authority, sequence)) {
            for (var seal : page) {
                if (seal.sequence() != sequence + 1
                        || !seal.hash().equals(seal(authority, before, seal.sequence(), seal.entry())))
                    return new Break(authority, seal.sequence(), seal.entry());
                before = seal.hash();
                sequence = seal.sequence();
            }
        }
        return null;
    }

    private record Seal(long sequence, UUID entry, String hash) {}

    private java.util.List<Seal> page(String authority, long after) {
        return jdbc.query(
                SEALS,
                (row, n) ->
                        new Seal(row.getLong("sequence"), row.getObject("entry", UUID.class), row.getString("hash")),
                authority,
                after);
    }

    private void rows(Digest digest, String table, String sql, String authority, UUID entry) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setFetchSize(2000);
                    statement.setString(1, authority);
                    statement.setObject(2, entry);
                    return statement;
                },
                row -> {
                    digest.say(table);
                    say(digest, row);
                });
    }

    private static void say(Digest digest, ResultSet row) throws SQLException {
        var columns = row.getMetaData().getColumnCount();
        for (var column = 1; column <= columns; column++) digest.say(text(row, column));
    }

    /** Alike on both databases: an instant as UTC, all else as it prints. */
    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnType(column) == java.sql.Types.TIMESTAMP_WITH_TIMEZONE
                        || row.getMetaData().getColumnType(column) == java.sql.Types.TIMESTAMP
                ? row.getObject(column, java.time.OffsetDateTime.class)
                        .toInstant()
                        .toString()
                : row.getString(column);
    }
}
