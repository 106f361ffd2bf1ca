package dk.debitorkonto.inquiry;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.ledger.jdbc.Values;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The same as {@link AccountReading}, of another moment: from the postings and the turns. */
@Component
class HistoryRows {

    private static final String FIGURES = """
        select side.claim, side.family, sum(charged) as charged, sum(reduced) as reduced,
               sum(covered) as covered, sum(written_off) as written_off
          from (select authority, entry, debit_subject as claim, debit_detail as family,
                       case debit_pot when 'CHARGED' then amount else 0 end as charged,
                       case debit_pot when 'REDUCED' then -amount else 0 end as reduced,
                       case debit_pot when 'COVERED' then -amount else 0 end as covered,
                       case debit_pot when 'WRITTEN_OFF' then -amount else 0 end as written_off
                  from unnest(cast(? as uuid array)) wanted (id)
                  join posting on debit_subject = wanted.id
                union all
                select authority, entry, credit_subject, credit_detail,
                       case credit_pot when 'CHARGED' then -amount else 0 end,
                       case credit_pot when 'REDUCED' then amount else 0 end,
                       case credit_pot when 'COVERED' then amount else 0 end,
                       case credit_pot when 'WRITTEN_OFF' then amount else 0 end
                  from unnest(cast(? as uuid array)) wanted (id)
                  join posting on credit_subject = wanted.id) side
          join entry on entry.authority = side.authority and entry.id = side.entry
         where entry.value_date <= ? and entry.booked_at <= ?
         group by side.claim, side.family
        """;
    private static final String UNUSED = """
        select coalesce(sum(side.amount), 0) as unused
          from (select authority, entry, -amount as amount
                  from posting
                 where authority = ? and debit_pot = 'UNUSED' and debit_detail = ?
                   and debit_subject in (select payment from payment_balance where authority = ? and account = ?)
                union all
                select authority, entry, amount
                  from posting
                 where authority = ? and credit_pot = 'UNUSED' and credit_detail = ?
                   and credit_subject in (select payment from payment_balance where authority = ? and account = ?)) side
          join entry on entry.authority = side.authority and entry.id = side.entry
         where entry.value_date <= ? and entry.booked_at <= ?
        """;
    private static final String ONCE_ON = """
        select subject
          from turn
         where authority = ? and before_value = ? and kind = 'CLAIM_ACCOUNT'
        """;
    private static final String TURNS = """
        select turn.kind, turn.subject, turn.part, turn.before_value, turn.after_value,
               entry.value_date <= ? and entry.booked_at <= ? as counts
          from unnest(cast(? as uuid array)) wanted (id)
          join turn on turn.subject = wanted.id
          join entry on entry.authority = turn.authority and entry.id = turn.entry
         order by entry.number, turn.line
        """;
    private static final String FIRST_KNOWN_LATER = """
        select posting.debit_subject
          from unnest(cast(? as uuid array)) wanted (id)
          join posting on posting.debit_subject = wanted.id and posting.debit_pot = 'CHARGED'
          join entry on entry.authority = posting.authority and entry.id = posting.entry
         group by posting.debit_subject
        having min(entry.booked_at) > ?
        """;

    /** What turned facts were at a moment; a value may be absent, so a fact that isn't in it never turned. */
    record Turned(Map<Fact, @Nullable String> values) {

        @Nullable
        String valueOf(Fact fact, @Nullable String now) {
            return values.containsKey(fact) ? values.get(fact) : now;
        }
    }

    private final JdbcTemplate jdbc;

    HistoryRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Map<CostFamily, Sums>> figures(Collection<UUID> claims, Moment moment) {
        var figures = new HashMap<UUID, Map<CostFamily, Sums>>();
        RowCallbackHandler taker =
                row -> figures.computeIfAbsent(Columns.id(row, "claim"), id -> new EnumMap<>(CostFamily.class))
                        .put(CostFamily.valueOf(row.getString("family")), Sums.of(row));
        var ids = Values.uuids(claims);
        jdbc.query(FIGURES, taker, ids, Values.uuids(claims), moment.lastValueDate(), bookedBy(moment));
        return figures;
    }

    Balance unused(String authority, UUID account, Moment moment) {
        var detail = account.toString();
        return jdbc.query(
                        UNUSED,
                        (row, n) -> new Balance(row.getLong("unused")),
                        authority,
                        detail,
                        authority,
                        account,
                        authority,
                        detail,
                        authority,
                        account,
                        moment.lastValueDate(),
                        bookedBy(moment))
                .getFirst();
    }

    /** The claims that have left the account at some time. */
    List<UUID> claimsOnceOn(String authority, UUID account) {
        return jdbc.queryForList(ONCE_ON, UUID.class, authority, account.toString());
    }

    /**
     * All facts of {@code subjects} that ever turned, as they were: as the last turn that counts left them, or as they were
     * before the first of all.
     */
    Turned turned(Collection<UUID> subjects, Moment moment) {
        var values = new HashMap<Fact, @Nullable String>();
        RowCallbackHandler taker = row -> {
            var fact = new Fact(Columns.text(row, "kind"), Columns.id(row, "subject"), Columns.id(row, "part"));
            if (row.getBoolean("counts")) values.put(fact, row.getString("after_value"));
            else if (!values.containsKey(fact)) values.put(fact, row.getString("before_value"));
        };
        jdbc.query(TURNS, taker, moment.lastValueDate(), bookedBy(moment), Values.uuids(subjects));
        return new Turned(values);
    }

    /** Those of {@code claims} that weren't in the books yet. */
    Set<UUID> notYetKnown(Collection<UUID> claims, Moment moment) {
        return moment.knownAt() == null
                ? Set.of()
                : new HashSet<>(
                        jdbc.queryForList(FIRST_KNOWN_LATER, UUID.class, Values.uuids(claims), bookedBy(moment)));
    }

    private static Object bookedBy(Moment moment) {
        return moment.lastBooking().atOffset(ZoneOffset.UTC);
    }
}
