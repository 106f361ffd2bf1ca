package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.ledger.jdbc.Values;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What is in the books already, this import's own rows included, for as many ids as are asked about. */
@Component
public class KnownRows {

    private final JdbcTemplate jdbc;

    KnownRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The claims as they stand, with their accounts locked.
     *
     * @param locked the accounts that this import has locked or made; those locked now are added
     */
    public Map<UUID, KnownClaim> claims(Collection<UUID> ids, Set<UUID> locked) {
        Map<UUID, KnownClaim> claims;
        // Read again after each lock: a claim may have changed its account while the lock was waited for.
        do claims = claims(ids);
        while (lock(claims.values().stream().map(KnownClaim::account).toList(), locked));
        return claims;
    }

    private Map<UUID, KnownClaim> claims(Collection<UUID> ids) {
        var claims = new HashMap<UUID, KnownClaim>();
        jdbc.query(
                """
                select claim.id, claim.authority, claim.account, debtor_account.state, invoice_date, claim.state
                  from unnest(cast(? as uuid array)) wanted (id)
                  join claim on claim.id = wanted.id
                  join debtor_account on debtor_account.authority = claim.authority
                                     and debtor_account.id = claim.account\
                """,
                row -> {
                    var id = row.getObject(1, UUID.class);
                    claims.put(
                            id,
                            new KnownClaim(
                                    id,
                                    row.getString(2),
                                    row.getObject(3, UUID.class),
                                    AccountState.valueOf(row.getString(4)),
                                    row.getObject(5, LocalDate.class),
                                    ClaimState.valueOf(row.getString(6))));
                },
                Values.uuids(ids));
        return claims;
    }

    /** The accounts as they stand, locked; {@code locked} as in {@link #claims}. */
    public Map<UUID, KnownAccount> accounts(Collection<UUID> ids, Set<UUID> locked) {
        lock(ids, locked);
        var accounts = new HashMap<UUID, KnownAccount>();
        jdbc.query(
                """
                select a.id, a.authority, a.state
                  from unnest(cast(? as uuid array)) wanted (id)
                  join debtor_account a on a.id = wanted.id\
                """,
                row -> {
                    accounts.put(
                            row.getObject(1, UUID.class),
                            new KnownAccount(row.getString(2), AccountState.valueOf(row.getString(3))));
                },
                Values.uuids(ids));
        return accounts;
    }

    /** The accounts on which these claims are now. */
    public List<UUID> accountsOf(Collection<UUID> claims) {
        return claims.isEmpty() ? List.of() : jdbc.queryForList("""
            select distinct claim.account
              from unnest(cast(? as uuid array)) wanted (id)
              join claim on claim.id = wanted.id\
            """, UUID.class, Values.uuids(claims));
    }

    /** Locks those of the accounts that are there, in the desk's order; they are added to {@code locked}. */
    public void lockThoseThere(Collection<UUID> accounts, Set<UUID> locked) {
        if (accounts.isEmpty()) return;
        var inOrder = accounts.stream().sorted(CoverageOrder::byDatabaseOrder).toList();
        locked.addAll(jdbc.queryForList("""
            select a.id
              from unnest(cast(? as uuid array)) wanted (id)
              join debtor_account a on a.id = wanted.id
             order by a.id
               for update of a\
            """, UUID.class, Values.uuids(inOrder)));
    }

    /** Locks, in the order of their ids, the accounts that aren't yet; tells whether there was any. */
    private boolean lock(Collection<UUID> accounts, Set<UUID> locked) {
        var open = new HashSet<>(accounts);
        open.removeAll(locked);
        if (open.isEmpty()) return false;
        jdbc.queryForList(
                """
                select a.id
                  from unnest(cast(? as uuid array)) wanted (id)
                  join debtor_account a on a.id = wanted.id
                 order by a.id
                   for update of a\
                """,
                Values.uuids(
                        open.stream().sorted(CoverageOrder::byDatabaseOrder).toList()));
        locked.addAll(open);
        return true;
    }

    /** The interest and fees of each claim. */
    public Map<UUID, List<Charge>> charges(Collection<UUID> claims) {
        var charges = new HashMap<UUID, List<Charge>>();
        jdbc.query(
                """
                select c.claim, c.id, c.family, c.accrued, c.amount, c.reduced
                  from unnest(cast(? as uuid array)) wanted (id)
                  join charge c on c.claim = wanted.id
                 where not c.undone
                 order by c.accrued, c.id\
                """,
                row -> {
                    charges.computeIfAbsent(row.getObject(1, UUID.class), claim -> new ArrayList<>())
                            .add(new Charge(
                                    row.getObject(2, UUID.class),
                                    CostFamily.valueOf(row.getString(3)),
                                    row.getObject(4, LocalDate.class),
                                    new Money(row.getLong(5)),
                                    new Money(row.getLong(6)),
                                    false));
                },
                Values.uuids(claims));
        return charges;
    }

    public Map<UUID, List<Respite>> respites(Collection<UUID> claims) {
        var respites = new HashMap<UUID, List<Respite>>();
        jdbc.query(
                """
                select r.claim, r.id, r.from_date, r.to_date
                  from unnest(cast(? as uuid array)) wanted (id)
                  join respite r on r.claim = wanted.id\
                """,
                row -> {
                    respites.computeIfAbsent(row.getObject(1, UUID.class), claim -> new ArrayList<>())
                            .add(new Respite(
                                    row.getObject(2, UUID.class),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)));
                },
                Values.uuids(claims));
        return respites;
    }

    /** Those of {@code claims} on which something is owed. */
    public Set<UUID> claimsWithRest(Collection<UUID> claims) {
        return new HashSet<>(jdbc.queryForList("""
            select distinct b.claim
              from unnest(cast(? as uuid array)) wanted (id)
              join claim_balance b on b.claim = wanted.id
             where b.charged > b.reduced + b.covered + b.written_off\
            """, UUID.class, Values.uuids(claims)));
    }

    /** Those of {@code accounts} on which something is owed or unused. */
    public Set<UUID> accountsUnsettled(Collection<UUID> accounts) {
        return new HashSet<>(jdbc.queryForList("""
            select b.account
              from unnest(cast(? as uuid array)) wanted (id)
              join payment_balance b on b.account = wanted.id
             where b.unused > 0
            union
            select claim.account
              from unnest(cast(? as uuid array)) wanted (id)
              join debtor_account on debtor_account.id = wanted.id
              join claim on claim.authority = debtor_account.authority
                        and claim.account = debtor_account.id
              join claim_balance on claim_balance.authority = claim.authority
                                and claim_balance.claim = claim.id
             where charged > reduced + covered + written_off\
            """, UUID.class, Values.uuids(accounts), Values.uuids(accounts)));
    }
}
