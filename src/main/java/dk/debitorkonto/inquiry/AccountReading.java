package dk.debitorkonto.inquiry;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.ledger.jdbc.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** An account and its claims as they are kept now. */
@Component
class AccountReading {

    private static final String ACCOUNT = """
        select authority, case_system, debtor, title, kle, state, registered, reminder_stop_to
          from debtor_account
         where id = ?
        """;
    private static final String UNUSED = """
        select coalesce(sum(unused), 0) as unused
          from payment_balance
         where authority = ? and account = ?
        """;
    private static final String CLAIM_IDS = """
        select id
          from claim
         where authority = ? and account = ?
        """;
    private static final String CLAIMS = """
        select c.id, c.account, c.type, c.kle, c.period_from, c.period_to, c.invoice_date, c.due_date,
               c.last_timely_payment, c.limitation, c.reference, c.state, c.on_hold_to, c.reminder_stop_to, c.relates_to
          from unnest(cast(? as uuid array)) wanted (id)
          join claim c on c.id = wanted.id
        """;
    private static final String FIGURES = """
        select b.claim, b.family, b.charged, b.reduced, b.covered, b.written_off
          from unnest(cast(? as uuid array)) wanted (id)
          join claim_balance b on b.claim = wanted.id
        """;
    private static final String PARTS = """
        select 'RESPITE' as kind, r.claim, r.id,
               concat(cast(r.from_date as varchar(10)), ' ', cast(r.to_date as varchar(10))) as text
          from unnest(cast(? as uuid array)) wanted (id)
          join respite r on r.claim = wanted.id
        union all
        select 'LIABILITY', l.claim, l.id,
               concat(cast(l.from_date as varchar(10)), ' ', coalesce(cast(l.to_date as varchar(10)), '-'), ' ', l.party)
          from unnest(cast(? as uuid array)) wanted (id)
          join liability l on l.claim = wanted.id
        """;

    record Account(
            String authority,
            UUID caseSystem,
            String debtor,
            @Nullable String title,
            @Nullable String kle,
            AccountState state,
            @Nullable LocalDate registered,
            @Nullable LocalDate reminderStop) {}

    /** A claim's own row; its state is written as turns write it. */
    record ClaimRow(
            UUID id,
            UUID account,
            String type,
            @Nullable String kle,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable LocalDate invoiceDate,
            LocalDate dueDate,
            @Nullable LocalDate lastTimelyPayment,
            @Nullable LocalDate limitation,
            @Nullable String reference,
            String standing,
            @Nullable String reminderStop,
            @Nullable String relatesTo) {}

    private final JdbcTemplate jdbc;

    AccountReading(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> account(UUID id) {
        return jdbc
                .query(
                        ACCOUNT,
                        (row, n) -> new Account(
                                Columns.text(row, "authority"),
                                Columns.id(row, "case_system"),
                                Columns.text(row, "debtor"),
                                row.getString("title"),
                                row.getString("kle"),
                                AccountState.valueOf(row.getString("state")),
                                Columns.dateOrNull(row, "registered"),
                                Columns.dateOrNull(row, "reminder_stop_to")),
                        id)
                .stream()
                .findFirst();
    }

    Balance unused(String authority, UUID account) {
        return jdbc.query(UNUSED, (row, n) -> new Balance(row.getLong("unused")), authority, account)
                .getFirst();
    }

    List<UUID> claimsOn(String authority, UUID account) {
        return jdbc.queryForList(CLAIM_IDS, UUID.class, authority, account);
    }

    List<ClaimRow> claims(Collection<UUID> ids) {
        return jdbc.query(CLAIMS, (row, n) -> claim(row), Values.uuids(ids));
    }

    private static ClaimRow claim(ResultSet row) throws SQLException {
        var holdTo = row.getString("on_hold_to");
        return new ClaimRow(
                Columns.id(row, "id"),
                Columns.id(row, "account"),
                Columns.text(row, "type"),
                row.getString("kle"),
                Columns.dateOrNull(row, "period_from"),
                Columns.dateOrNull(row, "period_to"),
                Columns.dateOrNull(row, "invoice_date"),
                Columns.date(row, "due_date"),
                Columns.dateOrNull(row, "last_timely_payment"),
                Columns.dateOrNull(row, "limitation"),
                row.getString("reference"),
                row.getString("state") + (holdTo == null ? "" : " " + holdTo),
                row.getString("reminder_stop_to"),
                row.getString("relates_to"));
    }

    Map<UUID, Map<CostFamily, Sums>> figures(Collection<UUID> claims) {
        var figures = new HashMap<UUID, Map<CostFamily, Sums>>();
        RowCallbackHandler taker =
                row -> figures.computeIfAbsent(Columns.id(row, "claim"), id -> new EnumMap<>(CostFamily.class))
                        .put(CostFamily.valueOf(row.getString("family")), Sums.of(row));
        jdbc.query(FIGURES, taker, Values.uuids(claims));
        return figures;
    }

    /** The claims' respites and liabilities, written as turns write them. */
    Map<Fact, String> parts(Collection<UUID> claims) {
        var parts = new HashMap<Fact, String>();
        RowCallbackHandler taker = row -> parts.put(
                new Fact(Columns.text(row, "kind"), Columns.id(row, "claim"), Columns.id(row, "id")),
                Columns.text(row, "text"));
        jdbc.query(PARTS, taker, Values.uuids(claims), Values.uuids(claims));
        return parts;
    }
}
