package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.Claim;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Unused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Claims with all that a handling may ask of them, in two statements a page. To be read under their accounts' locks. */
@Component
public class ClaimRows {

    private static final String COLUMNS = """
        select c.id, c.account, c.type, c.period_from, c.period_to, c.invoice_date, c.due_date,
               c.last_timely_payment, c.state, c.on_hold_to, c.relates_to, c.reminder_stop_to
        """;
    static final String OF_ACCOUNT = COLUMNS + """
          from claim c
         where c.authority = ?
           and c.account = ?
         order by c.due_date, c.invoice_date nulls last, c.id
        """;
    private static final String BY_ID = COLUMNS + """
          from unnest(cast(? as uuid array)) wanted (id)
          join claim c on c.authority = ? and c.id = wanted.id
        """;
    private static final String RELATED = """
        select c.id
          from unnest(cast(? as uuid array)) wanted (id)
          join claim c on c.authority = ? and c.relates_to = wanted.id
        """;
    private static final String IN_ORDER = """
        select id
          from claim
         where authority = ?
           and account = ?
         order by due_date, invoice_date nulls last, id
        """;
    private static final String ACCOUNTS_OF_RELATED = """
        select distinct c.account
          from unnest(cast(? as uuid array)) wanted (id)
          join claim c on c.authority = ? and c.relates_to = wanted.id
        """;
    private static final String UNUSED = """
        select b.payment, b.account, b.unused, p.value_date
          from unnest(cast(? as uuid array)) wanted (id)
          join payment_balance b on b.authority = ? and b.account = wanted.id
          join payment p on p.authority = b.authority and p.id = b.payment
         where b.unused > 0
         order by p.value_date, b.payment
        """;

    /** As many claims as a page has, the last perhaps less. */
    private static final int PAGE = 1000;

    record Head(
            Claim claim,
            UUID account,
            Standing standing,
            @Nullable UUID relatesTo,
            @Nullable LocalDate reminderStop) {

        ClaimCase with(ClaimParts parts) {
            return new ClaimCase(
                    claim,
                    account,
                    standing,
                    relatesTo,
                    false,
                    reminderStop,
                    parts.figures,
                    parts.charges,
                    parts.coverages,
                    parts.respites,
                    parts.liabilities,
                    parts.notices);
        }
    }

    private final JdbcTemplate jdbc;
    private final ManyRows rows;

    ClaimRows(JdbcTemplate jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Those of the claims that the municipality has, by id, in no order. */
    public Map<UUID, ClaimCase> byId(String authority, Collection<UUID> ids) {
        var heads = new ArrayList<Head>();
        var parts = new HashMap<UUID, ClaimParts>();
        rows.read()
                .ask(
                        BY_ID,
                        (statement, from) -> Rows.ofIds(statement, from, ids, authority),
                        row -> heads.add(head(row)))
                .ask(
                        ClaimParts.OF_IDS,
                        (statement, from) -> ClaimParts.ofIds(statement, from, ids, authority),
                        row -> ClaimParts.add(row, parts))
                .read();
        var cases = new LinkedHashMap<UUID, ClaimCase>();
        for (var head : heads) {
            var id = head.claim().id();
            cases.put(id, head.with(parts.getOrDefault(id, new ClaimParts())));
        }
        return cases;
    }

    /** The claims that relate to any of these main claims. */
    public List<ClaimCase> relatedTo(String authority, Collection<UUID> mainClaims) {
        var ids = jdbc.query(
                RELATED,
                statement -> Rows.ofIds(statement, 1, mainClaims, authority),
                (row, n) -> Rows.uuid(row, "id"));
        return List.copyOf(byId(authority, ids).values());
    }

    /** The accounts on which claims that relate to these main claims are. */
    public List<UUID> accountsOfRelated(String authority, Collection<UUID> mainClaims) {
        return jdbc.query(
                ACCOUNTS_OF_RELATED,
                statement -> {
                    statement.setArray(1, Rows.uuids(statement, mainClaims));
                    statement.setString(2, authority);
                },
                (row, n) -> Rows.uuid(row, "account"));
    }

    /**
     * An account's claims by due date, invoice date (none last), id; page by page, each read when it is asked for. To be closed.
     */
    public Stream<List<ClaimCase>> pages(String authority, UUID account) {
        var ids = jdbc.query(IN_ORDER, (row, n) -> Rows.uuid(row, "id"), authority, account);
        if (ids.size() > PAGE && rows.isPostgresql()) return new AccountSweep(jdbc, PAGE).pages(authority, account);
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> inOrder(authority, ids.subList(from, Math.min(from + PAGE, ids.size()))));
    }

    private List<ClaimCase> inOrder(String authority, List<UUID> ids) {
        var found = byId(authority, ids);
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    /** The unused payments on these accounts, oldest value date first, then id. */
    public List<Unused> unused(String authority, Collection<UUID> accounts) {
        return jdbc.query(
                UNUSED,
                statement -> {
                    statement.setArray(1, Rows.uuids(statement, accounts));
                    statement.setString(2, authority);
                },
                (row, n) -> new Unused(
                        Rows.uuid(row, "payment"),
                        Rows.uuid(row, "account"),
                        Rows.date(row, "value_date"),
                        new Money(row.getLong("unused"))));
    }

    static Head head(ResultSet row) throws SQLException {
        var claim = new Claim(
                Rows.uuid(row, "id"),
                row.getString("type"),
                Rows.dateOrNull(row, "period_from"),
                Rows.dateOrNull(row, "period_to"),
                Rows.dateOrNull(row, "invoice_date"),
                Rows.date(row, "due_date"),
                Rows.dateOrNull(row, "last_timely_payment"));
        return new Head(
                claim,
                Rows.uuid(row, "account"),
                new Standing(ClaimState.valueOf(row.getString("state")), Rows.dateOrNull(row, "on_hold_to")),
                Rows.uuidOrNull(row, "relates_to"),
                Rows.dateOrNull(row, "reminder_stop_to"));
    }
}
