package dk.debitorkonto.ledger.jdbc;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * <p>Any number of nodes may run it: an authority's head is locked by the one that seals, and passed over by the others.
 */
@Component
public class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int PAGE = 500;
    /** An entry becomes visible when its transaction ends; none runs for so long. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(30);

    private static final String AUTHORITIES = """
        select e.authority
          from entry e
          left join seal s on s.authority = e.authority and s.entry = e.id
         where s.entry is null
           and e.number > coalesce((select min(h.sealed_through) from seal_head h), 0)
         group by e.authority
        """;
    private static final String NEW_HEAD =
            "insert into seal_head (authority, sequence, hash, sealed_through) values (?, 0, ?, 0) on conflict do"
                    + " nothing";
    private static final String HEAD =
            "select sequence, hash, sealed_through from seal_head where authority = ? for update skip locked";
    private static final String UNSEALED = """
        select e.id
          from entry e
          left join seal s on s.authority = e.authority and s.entry = e.id
         where e.authority = ? and e.number > ? and s.entry is null
         order by e.number
         fetch first 500 rows only
        """;
    private static final String NEWEST = "select max(number) from entry where authority = ? and number > ?";

    /** The newest entry that was seen at a moment of this machine. */
    private record Mark(long number, long nanos) {}

    private record Head(long sequence, String hash, long through) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Chain chain;
    private final LongSupplier nanos;
    private final Map<String, Mark> marks = new ConcurrentHashMap<>();

    @Autowired
    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, Chain chain) {
        this(jdbc, transactions, chain, System::nanoTime);
    }

    /** @param nanos passes as transactions do: not the clock, which can be put forward while one runs */
    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, Chain chain, LongSupplier nanos) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.chain = chain;
        this.nanos = nanos;
    }

    /** Seals all that is committed and not sealed yet. */
    @Scheduled(fixedDelay = 500)
    public void sealAll() {
        for (var authority : jdbc.queryForList(AUTHORITIES, String.class)) {
            var sealed = PAGE;
            while (sealed == PAGE)
                sealed = java.util.Objects.requireNonNullElse(transactions.execute(transaction -> seal(authority)), 0);
            LOG.debug("sealed the entries of {}", authority);
        }
    }

    /** Seals a page; how many entries. */
    private int seal(String authority) {
        var begun = nanos.getAsLong();
        jdbc.update(NEW_HEAD, authority, Chain.START);
        var heads = jdbc.query(HEAD, (row, n) -> new Head(row.getLong(1), row.getString(2), row.getLong(3)), authority);
        if (heads.isEmpty()) return 0;
        var head = heads.getFirst();
        var entries = jdbc.queryForList(UNSEALED, UUID.class, authority, head.through());
        var hash = head.hash();
        var sequence = head.sequence();
        for (var entry : entries) {
            hash = chain.seal(authority, hash, ++sequence, entry);
            jdbc.update(
                    "insert into seal (authority, sequence, entry, hash) values (?, ?, ?, ?)",
                    authority,
                    sequence,
                    entry,
                    hash);
        }
        var through = entries.size() < PAGE ? through(authority, head.through(), begun) : head.through();
        jdbc.update(
                "update seal_head set sequence = ?, hash = ?, sealed_through = ? where authority = ?",
                sequence,
                hash,
                through,
                authority);
        return entries.size();
    }

    /**
     * All entries that no running transaction can precede any more are sealed now: those up to the newest that was seen before the
     * longest transaction began.
     */
    private long through(String authority, long before, long begun) {
        var mark = marks.get(authority);
        if (mark != null && begun - mark.nanos() < LONGEST_TRANSACTION.toNanos()) return before;
        var newest = jdbc.queryForObject(NEWEST, Long.class, authority, before);
        marks.put(authority, new Mark(newest == null ? before : newest, nanos.getAsLong()));
        return mark == null ? before : Math.max(before, mark.number());
    }
}
