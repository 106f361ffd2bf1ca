package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.Claim;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.stereotype.Component;

/** Claims with all that a handling may ask of them, in two statements a page. To be read under their accounts' locks. */
@Component
public class ClaimRows {

    private static final String CLAIM = """
        select c.id, c.account, c.type, c.period_from, c.period_to, c.invoice_date, c.due_date,
               c.last_timely_payment, c.state, c.on_hold_to, c.relates_to, c.reminder_stop_to
          from unnest(cast(? as uuid array)) wanted (id)
        """;
    private static final String BY_ID = CLAIM + " join claim c on c.authority = ? and c.id = wanted.id";
    private static final String RELATED = CLAIM + " join claim c on c.authority = ? and c.relates_to = wanted.id";
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
    private static final String CHILDREN = """
        select 'B' as tag, b.claim, cast(null as uuid) as part, b.family as word,
               b.charged as n1, b.reduced as n2, b.covered as n3, b.written_off as n4,
               cast(null as date) as d1, cast(null as date) as d2
          from unnest(cast(? as uuid array)) wanted (id)
          join claim_balance b on b.authority = ? and b.claim = wanted.id
        union all
        select 'C', c.claim, c.id, c.family, c.amount, c.reduced, case when c.undone then 1 else 0 end, 0, c.accrued, null
          from unnest(cast(? as uuid array)) wanted (id)
          join charge c on c.authority = ? and c.claim = wanted.id
        union all
        select 'D', d.claim, d.payment, d.family, d.amount, 0, 0, 0, p.value_date, null
          from unnest(cast(? as uuid array)) wanted (id)
          join coverage d on d.authority = ? and d.claim = wanted.id
          join payment p on p.authority = d.authority and p.id = d.payment
         where d.amount > 0
        union all
        select 'R', r.claim, r.id, '', 0, 0, 0, 0, r.from_date, r.to_date
          from unnest(cast(? as uuid array)) wanted (id)
          join respite r on r.authority = ? and r.claim = wanted.id
        union all
        select 'L', l.claim, l.id, l.party, 0, 0, 0, 0, l.from_date, l.to_date
          from unnest(cast(? as uuid array)) wanted (id)
          join liability l on l.authority = ? and l.claim = wanted.id
        union all
        select 'N', n.claim, n.id, n.kind, 0, 0, 0, 0, n.sent, null
          from unnest(cast(? as uuid array)) wanted (id)
          join notice n on n.authority = ? and n.claim = wanted.id
         where not n.undone
        """;
    private static final int BRANCHES = 6;
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

    private record Head(
            Claim claim,
            UUID account,
            Standing standing,
            @Nullable UUID relatesTo,
            @Nullable LocalDate reminderStop) {}

    private static final class Parts {
        private final Map<CostFamily, Figures> figures = new EnumMap<>(CostFamily.class);
        private final List<Charge> charges = new ArrayList<>(0);
        private final List<Coverage> coverages = new ArrayList<>(0);
        private final List<Respite> respites = new ArrayList<>(0);
        private final List<Liability> liabilities = new ArrayList<>(0);
        private final List<Notice> notices = new ArrayList<>(0);
    }

    private final JdbcTemplate jdbc;

    ClaimRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the claims that the municipality has, by id, in no order. */
    public Map<UUID, ClaimCase> byId(String authority, Collection<UUID> ids) {
        return cases(authority, heads(BY_ID, statement -> {
            statement.setArray(1, Rows.uuids(statement, ids));
            statement.setString(2, authority);
        }));
    }

    /** The claims that relate to any of these main claims. */
    public List<ClaimCase> relatedTo(String authority, Collection<UUID> mainClaims) {
        return List.copyOf(cases(authority, heads(RELATED, statement -> {
                    statement.setArray(1, Rows.uuids(statement, mainClaims));
                    statement.setString(2, authority);
                }))
                .values());
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

    /** An account's claims by due date, invoice date (none last), id; page by page, each read when it is asked for. */
    public Stream<List<ClaimCase>> pages(String authority, UUID account) {
        var ids = jdbc.query(IN_ORDER, (row, n) -> Rows.uuid(row, "id"), authority, account);
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> ids.subList(from, Math.min(from + PAGE, ids.size())))
                .map(page -> {
                    var found = byId(authority, page);
                    return page.stream()
                            .map(id -> Objects.requireNonNull(found.get(id)))
                            .toList();
                });
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

    private List<Head> heads(String sql, PreparedStatementSetter setter) {
        return jdbc.query(sql, setter, (row, n) -> head(row));
    }

    private Map<UUID, ClaimCase> cases(String authority, List<Head> heads) {
        var cases = new LinkedHashMap<UUID, ClaimCase>();
        if (heads.isEmpty()) return cases;
        var parts =
                parts(authority, heads.stream().map(head -> head.claim().id()).toList());
        for (var head : heads) {
            var of = parts.getOrDefault(head.claim().id(), new Parts());
            cases.put(
                    head.claim().id(),
                    new ClaimCase(
                            head.claim(),
                            head.account(),
                            head.standing(),
                            head.relatesTo(),
                            false,
                            head.reminderStop(),
                            of.figures,
                            of.charges,
                            of.coverages,
                            of.respites,
                            of.liabilities,
                            of.notices));
        }
        return cases;
    }

    private Map<UUID, Parts> parts(String authority, List<UUID> claims) {
        var parts = new LinkedHashMap<UUID, Parts>();
        jdbc.query(
                CHILDREN,
                statement -> {
                    var ids = Rows.uuids(statement, claims);
                    for (var branch = 0; branch < BRANCHES; branch++) {
                        statement.setArray(2 * branch + 1, ids);
                        statement.setString(2 * branch + 2, authority);
                    }
                },
                row -> {
                    add(parts.computeIfAbsent(Rows.uuid(row, "claim"), claim -> new Parts()), row);
                });
        return parts;
    }

    private static void add(Parts to, ResultSet row) throws SQLException {
        switch (row.getString("tag")) {
            case "B" ->
                to.figures.put(
                        CostFamily.valueOf(row.getString("word")),
                        new Figures(money(row, "n1"), money(row, "n2"), money(row, "n3"), money(row, "n4")));
            case "C" -> to.charges.add(charge(row));
            case "D" ->
                to.coverages.add(new Coverage(
                        Rows.uuid(row, "part"),
                        Rows.date(row, "d1"),
                        CostFamily.valueOf(row.getString("word")),
                        money(row, "n1")));
            case "R" ->
                to.respites.add(new Respite(Rows.uuid(row, "part"), Rows.date(row, "d1"), Rows.date(row, "d2")));
            case "L" ->
                to.liabilities.add(new Liability(
                        Rows.uuid(row, "part"),
                        row.getString("word"),
                        Rows.date(row, "d1"),
                        Rows.dateOrNull(row, "d2")));
            default ->
                to.notices.add(new Notice(
                        Rows.uuid(row, "part"), Notice.Kind.valueOf(row.getString("word")), Rows.date(row, "d1")));
        }
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                Rows.uuid(row, "part"),
                CostFamily.valueOf(row.getString("word")),
                Rows.date(row, "d1"),
                money(row, "n1"),
                money(row, "n2"),
                row.getInt("n3") == 1);
    }

    private static Head head(ResultSet row) throws SQLException {
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

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }
}
