package dk.debitorkonto.ledger.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final String THROUGH =
            "select max(number) from entry where authority = ? and number > ? and booked_at < ?";

    private record Head(long sequence, String hash, long through) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Chain chain;
    private final Clock clock;

    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions, Chain chain, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.chain = chain;
        this.clock = clock;
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
        var through = entries.size() < PAGE ? through(authority, head.through()) : head.through();
        jdbc.update(
                "update seal_head set sequence = ?, hash = ?, sealed_through = ? where authority = ?",
                sequence,
                hash,
                through,
                authority);
        return entries.size();
    }

    /** All entries that no running transaction can precede any more are sealed now. */
    private long through(String authority, long before) {
        var old = clock.instant().minus(LONGEST_TRANSACTION).atOffset(ZoneOffset.UTC);
        List<Long> found = jdbc.queryForList(THROUGH, Long.class, authority, before, old);
        return found.isEmpty() || found.getFirst() == null ? before : found.getFirst();
    }
}
