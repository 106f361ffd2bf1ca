package dk.debitorkonto.ledger.jdbc;

import dk.debitorkonto.ledger.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
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

    private static final String SEALS =
            "select sequence, entry, hash from seal where authority = ? and sequence > ? order by sequence fetch first"
                    + " 1000 rows only";

    /** A seal that isn't what the rows under it say. */
    public record Break(String authority, long sequence, UUID entry) {}

    record Seal(long sequence, UUID entry, String hash) {}

    private final JdbcTemplate jdbc;

    Chain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The seals of {@code entries}, in their order, after {@code last}; to be asked in a transaction. */
    List<Seal> seal(String authority, Seal last, List<UUID> entries) {
        return read(authority, entries, rows -> {
            var seals = new ArrayList<Seal>();
            var before = last;
            for (var entry : entries) {
                var sequence = before.sequence() + 1;
                before = new Seal(sequence, entry, hash(before.hash(), sequence, rows));
                seals.add(before);
            }
            return seals;
        });
    }

    /** Goes over all seals of an authority, in a transaction; the first that doesn't hold, if any. */
    public @Nullable Break firstBreak(String authority) {
        var before = new Seal(0, new UUID(0, 0), START);
        for (var page = page(authority, before); !page.isEmpty(); page = page(authority, before)) {
            var broken = firstBreak(authority, before, page);
            if (broken.isPresent())
                return new Break(
                        authority, broken.get().sequence(), broken.get().entry());
            before = page.getLast();
        }
        return null;
    }

    private Optional<Seal> firstBreak(String authority, Seal last, List<Seal> page) {
        return read(authority, page.stream().map(Seal::entry).toList(), rows -> {
            var before = last;
            for (var seal : page) {
                var sequence = before.sequence() + 1;
                if (!seal.hash().equals(hash(before.hash(), sequence, rows)) || seal.sequence() != sequence)
                    return Optional.of(seal);
                before = seal;
            }
            return Optional.empty();
        });
    }

    private static String hash(String before, long sequence, SealedRows rows) throws java.sql.SQLException {
        var digest = new Digest();
        digest.say(before);
        digest.say(Long.toString(sequence));
        rows.say(digest);
        return digest.hex();
    }

    private interface Reading<R> {
        R of(SealedRows rows) throws java.sql.SQLException;
    }

    private <R> R read(String authority, List<UUID> entries, Reading<R> reading) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<R>) connection -> {
            try (var rows = new SealedRows(connection, authority, entries)) {
                return reading.of(rows);
            }
        }));
    }

    private List<Seal> page(String authority, Seal after) {
        return jdbc.query(
                SEALS,
                (row, n) ->
                        new Seal(row.getLong("sequence"), row.getObject("entry", UUID.class), row.getString("hash")),
                authority,
                after.sequence());
    }
}
