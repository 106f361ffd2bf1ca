package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.Charge;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands under one claim, as it is being read: balances, charges, coverages, respites, liabilities, notices. */
final class ClaimParts {

    final Map<CostFamily, Figures> figures = new EnumMap<>(CostFamily.class);
    final List<Charge> charges = new ArrayList<>(0);
    final List<Coverage> coverages = new ArrayList<>(0);
    final List<Respite> respites = new ArrayList<>(0);
    final List<Liability> liabilities = new ArrayList<>(0);
    final List<Notice> notices = new ArrayList<>(0);

    /** One kind of part: its columns, as all kinds have them, and where it stands. */
    private record Kind(String columns, String table, String rest) {

        String ofIds() {
            return "select " + columns + " from unnest(cast(? as uuid array)) wanted (id) join " + table
                    + " x on x.authority = ? and x.claim = wanted.id " + rest;
        }

        String ofAccount() {
            return "select " + columns + " from claim c join " + table
                    + " x on x.authority = c.authority and x.claim = c.id and c.authority = ? and c.account = ? "
                    + rest + " order by c.due_date, c.invoice_date nulls last, c.id";
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("""
                'B' as tag, x.claim, cast(null as uuid) as part, x.family as word,
                x.charged as n1, x.reduced as n2, x.covered as n3, x.written_off as n4,
                cast(null as date) as d1, cast(null as date) as d2
                """, "claim_balance", ""),
            new Kind("""
                'C' as tag, x.claim, x.id as part, x.family as word,
                x.amount as n1, x.reduced as n2, case when x.undone then 1 else 0 end as n3, 0 as n4,
                x.accrued as d1, cast(null as date) as d2
                """, "charge", ""),
            new Kind(
                    """
                    'D' as tag, x.claim, x.payment as part, x.family as word,
                    x.amount as n1, 0 as n2, 0 as n3, 0 as n4, p.value_date as d1, cast(null as date) as d2
                    """,
                    "coverage",
                    "join payment p on p.authority = x.authority and p.id = x.payment where x.amount > 0"),
            new Kind("""
                'R' as tag, x.claim, x.id as part, '' as word,
                0 as n1, 0 as n2, 0 as n3, 0 as n4, x.from_date as d1, x.to_date as d2
                """, "respite", ""),
            new Kind("""
                'L' as tag, x.claim, x.id as part, x.party as word,
                0 as n1, 0 as n2, 0 as n3, 0 as n4, x.from_date as d1, x.to_date as d2
                """, "liability", ""),
            new Kind("""
                'N' as tag, x.claim, x.id as part, x.kind as word,
                0 as n1, 0 as n2, 0 as n3, 0 as n4, x.sent as d1, cast(null as date) as d2
                """, "notice", "where not x.undone"));

    /** All parts of the claims with these ids, for {@link #ofIds}. */
    static final String OF_IDS = KINDS.stream().map(Kind::ofIds).collect(Collectors.joining(" union all "));

    /** The parts of an account's claims in the order of the claims, kind by kind. */
    static final List<String> OF_ACCOUNT = KINDS.stream().map(Kind::ofAccount).toList();

    static int ofIds(PreparedStatement statement, int from, Collection<UUID> claims, String authority)
            throws SQLException {
        var next = from;
        for (var kind = 0; kind < KINDS.size(); kind++) next = Rows.ofIds(statement, next, claims, authority);
        return next;
    }

    /** Puts the part of a row to its claim's. */
    static void add(ResultSet row, Map<UUID, ClaimParts> parts) throws SQLException {
        read(row).into(parts.computeIfAbsent(Rows.uuid(row, "claim"), claim -> new ClaimParts()));
    }

    /** A part that was read, on its way to its place. */
    interface Part {
        void into(ClaimParts parts);
    }

    private interface Reader {
        Part read(ResultSet row) throws SQLException;
    }

    private static final Map<String, Reader> READERS = Map.of(
            "B", ClaimParts::balance,
            "C", ClaimParts::charge,
            "D", ClaimParts::coverage,
            "R", ClaimParts::respite,
            "L", ClaimParts::liability,
            "N", ClaimParts::notice);

    /** Reads a row of any kind. */
    static Part read(ResultSet row) throws SQLException {
        return Objects.requireNonNull(READERS.get(row.getString("tag"))).read(row);
    }

    private static Part balance(ResultSet row) throws SQLException {
        var family = family(row);
        var figures = new Figures(money(row, "n1"), money(row, "n2"), money(row, "n3"), money(row, "n4"));
        return parts -> parts.figures.put(family, figures);
    }

    private static Part charge(ResultSet row) throws SQLException {
        var charge = new Charge(
                Rows.uuid(row, "part"),
                family(row),
                Rows.date(row, "d1"),
                money(row, "n1"),
                money(row, "n2"),
                row.getInt("n3") == 1);
        return parts -> parts.charges.add(charge);
    }

    private static Part coverage(ResultSet row) throws SQLException {
        var coverage = new Coverage(Rows.uuid(row, "part"), Rows.date(row, "d1"), family(row), money(row, "n1"));
        return parts -> parts.coverages.add(coverage);
    }

    private static Part respite(ResultSet row) throws SQLException {
        var respite = new Respite(Rows.uuid(row, "part"), Rows.date(row, "d1"), Rows.date(row, "d2"));
        return parts -> parts.respites.add(respite);
    }

    private static Part liability(ResultSet row) throws SQLException {
        var liability = new Liability(
                Rows.uuid(row, "part"), row.getString("word"), Rows.date(row, "d1"), Rows.dateOrNull(row, "d2"));
        return parts -> parts.liabilities.add(liability);
    }

    private static Part notice(ResultSet row) throws SQLException {
        var notice =
                new Notice(Rows.uuid(row, "part"), Notice.Kind.valueOf(row.getString("word")), Rows.date(row, "d1"));
        return parts -> parts.notices.add(notice);
    }

    private static CostFamily family(ResultSet row) throws SQLException {
        return CostFamily.valueOf(row.getString("word"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }
}
