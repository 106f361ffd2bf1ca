package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.Change;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.money.Money;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What an earlier request did, read back from the journal, and what has been done since. */
@Component
public class OriginalRows {

    private static final String ENTRIES = "select id, number from entry where authority = ? and cause = ?";
    private static final String ACCOUNTS = """
        select c.account as account
          from effect f
          join claim c on c.authority = ? and c.id = f.subject
         where f.request = ? and f.subject_kind = 'CLAIM'
        union
        select f.subject
          from effect f
         where f.request = ? and f.subject_kind = 'ACCOUNT'
        """;
    private static final String SUBJECTS = """
        select subject
          from effect
         where request = ? and subject_kind = 'CLAIM' and ordinal > ?
         order by ordinal
         fetch first 1000 rows only
        """;
    private static final String POSTING = """
        select p.entry, p.line, p.debit_pot, p.debit_subject, p.debit_detail, p.credit_pot, p.credit_subject,
               p.credit_detail, p.amount, p.about, e.value_date, e.number, e.cause_kind, e.cause, e.cause_part,
               r.identification
          from unnest(cast(? as uuid array)) wanted (id)
        """;
    private static final String BY_DEBIT = POSTING + """
          join posting p on p.authority = ? and p.debit_subject = wanted.id
          join entry e on e.authority = p.authority and e.id = p.entry
          left join request r on r.id = e.cause
        """;
    private static final String BY_CREDIT = POSTING + """
          join posting p on p.authority = ? and p.credit_subject = wanted.id
          join entry e on e.authority = p.authority and e.id = p.entry
          left join request r on r.id = e.cause
        """;
    private static final String OF_CAUSE = " where e.cause = ? ";
    private static final String OF_SUBJECTS = BY_DEBIT + OF_CAUSE + " union all " + BY_CREDIT + OF_CAUSE;
    private static final String BESIDE_CLAIMS = POSTING + """
          join posting p on p.authority = ? and p.entry = wanted.id
          join entry e on e.authority = p.authority and e.id = p.entry
          left join request r on r.id = e.cause
         where p.debit_pot not in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF')
           and p.credit_pot not in ('CHARGED', 'REDUCED', 'COVERED', 'WRITTEN_OFF')
        """;
    private static final String UNLESS_UNDONE = """
         where e.number > ?
           and (r.id is null or r.undone_by is null and r.handling_type <> 'TILBAGEFOER_HANDLING')
        """;
    private static final String SINCE = BY_DEBIT + UNLESS_UNDONE + " union all " + BY_CREDIT + UNLESS_UNDONE;
    private static final String TURNS = """
        select t.entry, t.line, t.kind, t.subject, t.part, t.before_value, t.after_value
          from unnest(cast(? as uuid array)) wanted (id)
        """;
    private static final String TURNS_OF = TURNS + """
          join turn t on t.authority = ? and t.subject = wanted.id
          join entry e on e.authority = t.authority and e.id = t.entry
         where e.cause = ?
        """;
    private static final String TURNS_BESIDE_CLAIMS = TURNS + """
          join turn t on t.authority = ? and t.entry = wanted.id
         where t.kind in ('ACCOUNT_STATE', 'ACCOUNT_STOP')
        """;
    private static final String AMOUNT = """
        select coalesce(sum(p.amount), 0)
          from unnest(cast(? as uuid array)) wanted (id)
          join posting p on p.authority = ? and p.entry = wanted.id
        """;
    private static final String TURNED_SINCE = """
        select e.cause_kind, e.cause, e.cause_part, r.identification
          from turn t
          join entry e on e.authority = t.authority and e.id = t.entry
          left join request r on r.id = e.cause
         where t.authority = ? and t.subject = ? and t.part = ? and t.kind = ? and e.number > ?
         order by case when r.undone_by is null and coalesce(r.handling_type, '') <> 'TILBAGEFOER_HANDLING' then 0 else 1 end,
                  e.number desc
         fetch first 1 rows only
        """;

    /** The reverse of the order in which a handling wrote its changes. */
    public static final Comparator<Written> LAST_FIRST =
            Comparator.comparingInt((Written change) -> change.line().line()).reversed();

    /** A handling's entries, and the number of the last. */
    public record Entries(UUID request, List<UUID> ids, long last) {}

    /** A change, and where it stands. */
    public record Written(Change change, Books.Reversed line) {}

    /** A later posting, and whose it is. */
    public record Later(Posting posting, long number, String cause) {}

    private final JdbcTemplate jdbc;

    OriginalRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Entries entries(String authority, UUID request) {
        var ids = new ArrayList<UUID>();
        var last = new long[] {0};
        jdbc.query(
                ENTRIES,
                row -> {
                    ids.add(Rows.uuid(row, "id"));
                    last[0] = Math.max(last[0], row.getLong("number"));
                },
                authority,
                request);
        return new Entries(request, ids, last[0]);
    }

    /** The sum of the handling's postings. */
    public Money amount(String authority, Entries entries) {
        var sum = jdbc.query(AMOUNT, statement -> of(statement, authority, entries), (row, n) -> row.getLong(1));
        return new Money(sum.getFirst());
    }

    /** The accounts on which the handling's claims are now, and those that it changed. */
    public Set<UUID> accounts(String authority, UUID request) {
        return new TreeSet<>(jdbc.query(ACCOUNTS, (row, n) -> Rows.uuid(row, "account"), authority, request, request));
    }

    /** The handling's claims after the one with this ordinal, in the order of its plan; at most 1,000. */
    public List<UUID> claims(UUID request, int after) {
        return jdbc.query(SUBJECTS, (row, n) -> Rows.uuid(row, "subject"), request, after);
    }

    /** What the handling did to these claims, the last first. */
    public List<Written> changesOf(String authority, Entries entries, Collection<UUID> claims) {
        List<Written> changes = new ArrayList<>(jdbc.query(
                OF_SUBJECTS,
                statement -> {
                    for (var side = 0; side < 2; side++) {
                        statement.setArray(3 * side + 1, Rows.uuids(statement, claims));
                        statement.setString(3 * side + 2, authority);
                        statement.setObject(3 * side + 3, entries.request());
                    }
                },
                (row, n) -> moved(row)));
        changes.addAll(jdbc.query(
                TURNS_OF,
                statement -> {
                    statement.setArray(1, Rows.uuids(statement, claims));
                    statement.setString(2, authority);
                    statement.setObject(3, entries.request());
                },
                (row, n) -> turned(row)));
        return lastFirst(changes);
    }

    /** What the handling did beside claims: to payments and accounts, the last first. */
    public List<Written> changesBesideClaims(String authority, Entries entries) {
        List<Written> changes = new ArrayList<>(
                jdbc.query(BESIDE_CLAIMS, statement -> of(statement, authority, entries), (row, n) -> moved(row)));
        changes.addAll(jdbc.query(
                TURNS_BESIDE_CLAIMS, statement -> of(statement, authority, entries), (row, n) -> turned(row)));
        return lastFirst(changes);
    }

    /** Postings of later entries on these claims and payments; what was undone, and undoing, doesn't count. */
    public List<Later> since(String authority, Entries entries, Collection<UUID> subjects) {
        return jdbc.query(
                SINCE,
                statement -> {
                    for (var side = 0; side < 2; side++) {
                        statement.setArray(3 * side + 1, Rows.uuids(statement, subjects));
                        statement.setString(3 * side + 2, authority);
                        statement.setLong(3 * side + 3, entries.last());
                    }
                },
                (row, n) -> new Later(posting(row), row.getLong("number"), cause(row)));
    }

    /** Whose the last turn of a fact since then is; one that was undone, or undid, only where there is no other. */
    public Optional<String> turnedSince(String authority, Entries entries, Change.Turns fact) {
        return jdbc
                .query(
                        TURNED_SINCE,
                        (row, n) -> cause(row),
                        authority,
                        fact.subject(),
                        fact.part(),
                        fact.kind().name(),
                        entries.last())
                .stream()
                .findFirst();
    }

    private static void of(PreparedStatement statement, String authority, Entries entries) throws SQLException {
        statement.setArray(1, Rows.uuids(statement, entries.ids()));
        statement.setString(2, authority);
    }

    private static List<Written> lastFirst(List<Written> changes) {
        changes.sort(LAST_FIRST);
        return changes;
    }

    private static Written moved(ResultSet row) throws SQLException {
        var moves = new Change.Moves(posting(row), Rows.date(row, "value_date"), null);
        return new Written(moves, new Books.Reversed(Rows.uuid(row, "entry"), row.getInt("line")));
    }

    private static Written turned(ResultSet row) throws SQLException {
        var turns = new Change.Turns(
                Change.FactKind.valueOf(row.getString("kind")),
                Rows.uuid(row, "subject"),
                Rows.uuid(row, "part"),
                row.getString("before_value"),
                row.getString("after_value"));
        return new Written(turns, new Books.Reversed(Rows.uuid(row, "entry"), row.getInt("line")));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                pot(row, "debit_"),
                pot(row, "credit_"),
                new Money(row.getLong("amount")),
                Rows.uuidOrNull(row, "about"));
    }

    private static Pot pot(ResultSet row, String side) throws SQLException {
        return new Pot(
                PotKind.valueOf(row.getString(side + "pot")),
                Rows.uuidOrNull(row, side + "subject"),
                row.getString(side + "detail"));
    }

    private static String cause(ResultSet row) throws SQLException {
        @Nullable UUID request = Rows.uuidOrNull(row, "identification");
        if (request != null) return request.toString();
        var part = row.getString("cause_part");
        return row.getString("cause_kind") + " " + row.getString("cause") + (part == null ? "" : part);
    }
}
