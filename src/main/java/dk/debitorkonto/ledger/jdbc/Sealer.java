package dk.debitorkonto.ledger.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the commits, at most seconds behind, and adds each entry to its authority's chain. So the chain serialises no request.
 *
 * <p>Any number of nodes may run it: an authority's head is locked by the one that seals, and passed over by the others. An entry has
 * its number before it can be seen, and entries become visible in any order; so a look goes back over the numbers of the last seconds,
 * and now and then over those of the last half hour, for what a long transaction has brought since.
 */
@Component
public class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    /** As many entries as one transaction seals. */
    private static final int PAGE = 500;
    /** As many numbers as one statement looks through; a range with two ends is what makes it a look into an index. */
    private static final int RANGE = 20_000;

    private static final String HIGHEST = "select coalesce(max(number), 0) from entry";
    private static final String THROUGH = "select coalesce(min(sealed_through), 0) from seal_head";
    /** Asked row by row, as few are asked about: a join would read all seals. */
    private static final String UNSEALED = """
        select e.authority, e.id
          from entry e
         where e.number > ? and e.number <= ?
           and (select s.sequence from seal s where s.authority = e.authority and s.entry = e.id) is null
         order by e.number
         fetch first 500 rows only
        """;

    private static final String STILL_UNSEALED = """
        select wanted.id
          from unnest(cast(? as uuid array)) with ordinality wanted (id, n)
         where (select s.sequence from seal s where s.authority = ? and s.entry = wanted.id) is null
         order by wanted.n
        """;
    private static final String NEW_HEAD =
            "insert into seal_head (authority, sequence, hash, sealed_through) values (?, 0, ?, 0) on conflict do"
                    + " nothing";
    private static final String SETTLE = "update seal_head set sealed_through = ? where sealed_through < ?";
    private static final String HEAD =
            "select sequence, hash from seal_head where authority = ? for update skip locked";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Chain chain;
    private final LongSupplier nanos;
    private final SeenNumbers seen = new SeenNumbers();

    @Autowired
    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, Chain chain) {
        this(jdbc, transactions, chain, System::nanoTime);
    }

    /** @param nanos the time that goes by, whatever a clock says */
    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, Chain chain, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.chain = chain;
        this.nanos = nanos;
    }

    /** Seals what is committed and not sealed yet. */
    @Scheduled(fixedDelay = 500)
    public synchronized void sealAll() {
        var now = nanos.getAsLong();
        var goesFarBack = seen.isFarLookDue(now);
        var highest = number(HIGHEST);
        var from = goesFarBack ? number(THROUGH) : seen.lately(now);
        seen.saw(highest, now);
        if (sealed(from, highest) && goesFarBack) {
            jdbc.update(SETTLE, seen.settled(now), seen.settled(now));
            seen.lookedFar(now, nanos.getAsLong());
        }
    }

    /** Seals the entries with numbers after {@code from}, up to {@code to}; false where another node is at some of them. */
    private boolean sealed(long from, long to) {
        var complete = true;
        for (var start = from; start < to; start += RANGE) {
            var end = Math.min(start + RANGE, to);
            var found = PAGE;
            while (found == PAGE) {
                var unsealed = unsealed(start, end);
                found = unsealed.values().stream().mapToInt(List::size).sum();
                for (var each : unsealed.entrySet()) complete &= seal(each.getKey(), each.getValue());
                if (!complete) break;
            }
        }
        return complete;
    }

    private Map<String, List<UUID>> unsealed(long from, long to) {
        var byAuthority = new LinkedHashMap<String, List<UUID>>();
        jdbc.query(
                UNSEALED,
                row -> {
                    byAuthority
                            .computeIfAbsent(row.getString("authority"), authority -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class));
                },
                from,
                to);
        return byAuthority;
    }

    private boolean seal(String authority, List<UUID> entries) {
        return Objects.requireNonNull(transactions.execute(transaction -> underLock(authority, entries)));
    }

    private boolean underLock(String authority, List<UUID> entries) {
        jdbc.update(NEW_HEAD, authority, Chain.START);
        var heads = jdbc.query(
                HEAD, (row, n) -> new Chain.Seal(row.getLong(1), new UUID(0, 0), row.getString(2)), authority);
        if (heads.isEmpty()) return false;
        var seals = chain.seal(authority, heads.getFirst(), stillUnsealed(authority, entries));
        if (seals.isEmpty()) return true;
        jdbc.batchUpdate(
                "insert into seal (authority, sequence, entry, hash) values (?, ?, ?, ?)",
                seals,
                PAGE,
                (statement, seal) -> {
                    statement.setString(1, authority);
                    statement.setLong(2, seal.sequence());
                    statement.setObject(3, seal.entry());
                    statement.setString(4, seal.hash());
                });
        jdbc.update(
                "update seal_head set sequence = ?, hash = ? where authority = ?",
                seals.getLast().sequence(),
                seals.getLast().hash(),
                authority);
        LOG.debug("sealed {} entries of {}", seals.size(), authority);
        return true;
    }

    /** Another node may have been there since they were found. */
    private List<UUID> stillUnsealed(String authority, List<UUID> entries) {
        return jdbc.query(
                STILL_UNSEALED,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("uuid", entries.toArray()));
                    statement.setString(2, authority);
                },
                (row, n) -> row.getObject("id", UUID.class));
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
