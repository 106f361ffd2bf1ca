package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.handling.AccountCase;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Debtor accounts; their row locks are what serialises all work on what is under them. */
@Component
public class AccountRows {

    /** How a caller stands to an account that isn't open to it. */
    public enum Foreign {
        UNKNOWN,
        OF_OTHER_SYSTEM,
        OF_OTHER_AUTHORITY
    }

    private static final String LOCK = """
        select a.id, a.authority, a.case_system, a.debtor, a.state, a.registered, a.reminder_stop_to
          from unnest(cast(? as uuid array)) wanted (id)
          join debtor_account a on a.authority = ? and a.id = wanted.id
         where a.case_system = ? or a.id = any (cast(? as uuid array))
         order by a.id
           for update of a
        """;
    private static final String UNUSED = """
        select b.account, sum(b.unused) as unused
          from unnest(cast(? as uuid array)) wanted (id)
          join payment_balance b on b.authority = ? and b.account = wanted.id
         group by b.account
        """;
    private static final String OWN = """
        select a.id
          from unnest(cast(? as uuid array)) wanted (id)
          join debtor_account a on a.authority = ? and a.id = wanted.id
         where a.case_system = ?
        """;
    private static final String WHOSE = """
        select a.authority, s.id, s.cvr, g.authority as acts_for
          from debtor_account a
          join case_system s on s.id = a.case_system
          left join agreement g on g.case_system = ? and g.authority = a.authority
         where a.id = ?
        """;

    private final JdbcTemplate jdbc;
    private final ManyRows rows;

    AccountRows(JdbcTemplate jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * Locks, in order of id, those of the accounts named that are the system's own in this municipality, and those beside
     * whosoever they are.
     */
    public Map<UUID, AccountCase> lock(String authority, UUID caseSystem, Set<UUID> named, Set<UUID> beside) {
        // H2 locks in this order, PostgreSQL in that of the statement: the same.
        var ids = new TreeSet<>(CoverageOrder::byDatabaseOrder);
        ids.addAll(named);
        ids.addAll(beside);
        var found = new ArrayList<DebtorAccount>();
        var unused = new HashMap<UUID, Money>();
        rows.read()
                .ask(
                        LOCK,
                        (statement, from) -> {
                            statement.setArray(from, Rows.uuids(statement, ids));
                            statement.setString(from + 1, authority);
                            statement.setObject(from + 2, caseSystem);
                            statement.setArray(from + 3, Rows.uuids(statement, beside));
                            return from + 4;
                        },
                        row -> found.add(account(row)))
                .ask(
                        UNUSED,
                        (statement, from) -> Rows.ofIds(statement, from, ids, authority),
                        row -> unused.put(Rows.uuid(row, "account"), new Money(row.getLong("unused"))))
                .read();
        var accounts = new LinkedHashMap<UUID, AccountCase>();
        found.forEach(each ->
                accounts.put(each.id(), new AccountCase(each, unused.getOrDefault(each.id(), Money.ZERO))));
        return accounts;
    }

    /** Why an account that couldn't be locked isn't the caller's to name. */
    public Foreign whose(UUID account, Sender sender, String authority) {
        List<Foreign> answers = jdbc.query(
                WHOSE,
                (row, n) -> {
                    var own = row.getObject("id", UUID.class).equals(sender.instance());
                    var sameCvr = row.getString("cvr").equals(sender.cvr());
                    if (!row.getString("authority").equals(authority))
                        return (own || sameCvr) && row.getString("acts_for") != null
                                ? Foreign.OF_OTHER_AUTHORITY
                                : Foreign.UNKNOWN;
                    return sameCvr && !own ? Foreign.OF_OTHER_SYSTEM : Foreign.UNKNOWN;
                },
                sender.instance(),
                account);
        return answers.isEmpty() ? Foreign.UNKNOWN : answers.getFirst();
    }

    /** Those of the accounts that are the system's own in this municipality. */
    public Set<UUID> ownOf(String authority, UUID caseSystem, Collection<UUID> ids) {
        return Set.copyOf(jdbc.query(
                OWN,
                statement -> {
                    statement.setArray(1, Rows.uuids(statement, ids));
                    statement.setString(2, authority);
                    statement.setObject(3, caseSystem);
                },
                (row, n) -> Rows.uuid(row, "id")));
    }

    private static DebtorAccount account(ResultSet row) throws SQLException {
        LocalDate registered = Rows.dateOrNull(row, "registered");
        return new DebtorAccount(
                Rows.uuid(row, "id"),
                row.getString("authority"),
                Rows.uuid(row, "case_system"),
                row.getString("debtor"),
                AccountState.valueOf(row.getString("state")),
                registered,
                Rows.dateOrNull(row, "reminder_stop_to"));
    }
}
