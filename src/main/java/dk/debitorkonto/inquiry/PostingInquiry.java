package dk.debitorkonto.inquiry;

import dk.debitorkonto.ledger.jdbc.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The chain of postings behind the figures of a claim or an account, the newest first. */
@Component
public class PostingInquiry {

    private static final String OF_CLAIM = """
        select authority, entry, line
          from posting
         where authority = ? and debit_subject = ?
        union
        select authority, entry, line
          from posting
         where authority = ? and credit_subject = ?
        """;
    private static final String OF_ACCOUNT = """
        select posting.authority, posting.entry, posting.line
          from claim
          join posting on posting.authority = claim.authority and posting.debit_subject = claim.id
         where claim.authority = ? and claim.account = ?
        union
        select posting.authority, posting.entry, posting.line
          from claim
          join posting on posting.authority = claim.authority and posting.credit_subject = claim.id
         where claim.authority = ? and claim.account = ?
        union
        select posting.authority, posting.entry, posting.line
          from payment_balance
          join posting on posting.authority = payment_balance.authority
                      and posting.debit_subject = payment_balance.payment
                      and posting.debit_detail = cast(payment_balance.account as varchar(36))
         where payment_balance.authority = ? and payment_balance.account = ?
        union
        select posting.authority, posting.entry, posting.line
          from payment_balance
          join posting on posting.authority = payment_balance.authority
                      and posting.credit_subject = payment_balance.payment
                      and posting.credit_detail = cast(payment_balance.account as varchar(36))
         where payment_balance.authority = ? and payment_balance.account = ?
        """;
    /** Of some entries, those lines that are about the account, as its claims stand now. */
    private static final String OF_ACCOUNT_IN = """
        select posting.authority, posting.entry, posting.line
          from unnest(cast(? as uuid array)) wanted (id)
          join posting on posting.authority = ? and posting.entry = wanted.id and posting.line between ? and ?
          left join claim debit on debit.authority = posting.authority and debit.id = posting.debit_subject
          left join claim credit on credit.authority = posting.authority and credit.id = posting.credit_subject
         where debit.account = ?
            or credit.account = ?
            or posting.debit_pot = 'UNUSED' and posting.debit_detail = ?
            or posting.credit_pot = 'UNUSED' and posting.credit_detail = ?
        """;

    private static final String IS_LARGE = """
        select count(*)
          from (select 1 from claim where authority = ? and account = ? fetch first ? rows only) first_of_them
        """;
    private static final String PAGE = """
        select entry.number, posting.line, entry.id, entry.booked_at, entry.value_date,
               entry.cause_kind, coalesce(request.identification, entry.cause) as cause, entry.cause_part,
               entry.actor, entry.comment,
               debit_pot, debit_subject, debit_detail, credit_pot, credit_subject, credit_detail,
               amount, about, reverses_entry, reverses_line
          from (%s) chain
          join posting on posting.authority = chain.authority
                      and posting.entry = chain.entry
                      and posting.line = chain.line
          join entry on entry.authority = chain.authority and entry.id = chain.entry
          left join request on entry.cause_kind = 'REQUEST' and request.id = entry.cause
         where entry.number < ? or entry.number = ? and posting.line < ?
         order by entry.number desc, posting.line desc
         fetch first ? rows only
        """;

    /** An account with more claims is read from the journal's end. */
    static final int MANY = 2_000;

    private final JdbcTemplate jdbc;

    PostingInquiry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Absent where no such account is known. */
    public Optional<Page<PostingView>> ofAccount(UUID account, @Nullable String cursor, int limit) {
        var from = new From(cursor, limit);
        return authority("select authority from debtor_account where id = ?", account)
                .map(authority -> isLarge(authority, account)
                        ? ofJournal(authority, account, from)
                        : page(OF_ACCOUNT, 4, authority, account, from));
    }

    /** Absent where no such claim is known. */
    public Optional<Page<PostingView>> ofClaim(UUID claim, @Nullable String cursor, int limit) {
        return authority("select authority from claim where id = ?", claim)
                .map(authority -> page(OF_CLAIM, 2, authority, claim, new From(cursor, limit)));
    }

    private boolean isLarge(String authority, UUID account) {
        var claims = jdbc.queryForObject(IS_LARGE, Integer.class, authority, account, MANY + 1);
        return claims != null && claims > MANY;
    }

    /**
     * A page of an account that has a good part of the journal, read from the journal's end: what is gathered by its claims
     * would have to be sorted as a whole for each page.
     */
    private Page<PostingView> ofJournal(String authority, UUID account, From from) {
        var place = from.place();
        var found = new ArrayList<PostingView>();
        var windows = new JournalWindows(jdbc, authority, place.number(), place.line());
        while (found.size() <= from.limit()) {
            var window = windows.next();
            if (window == null) break;
            var detail = account.toString();
            found.addAll(jdbc.query(
                    PAGE.formatted(OF_ACCOUNT_IN),
                    (row, n) -> posting(row),
                    Values.uuids(window.entries()),
                    authority,
                    window.firstLine(),
                    window.lastLine(),
                    account,
                    account,
                    detail,
                    detail,
                    place.number(),
                    place.number(),
                    place.line(),
                    from.limit() + 1 - found.size()));
        }
        return Page.of(found, from.limit(), last -> Cursor.of(last.number(), last.line()));
    }

    private Optional<String> authority(String sql, UUID id) {
        return jdbc.queryForList(sql, String.class, id).stream().findFirst();
    }

    /** Where a page begins, and how long it is. */
    private record From(@Nullable String cursor, int limit) {

        private record Place(long number, int line) {}

        Place place() {
            return cursor == null
                    ? new Place(Long.MAX_VALUE, 0)
                    : Cursor.read(
                            cursor,
                            2,
                            parts -> new Place(Long.parseLong(parts.getFirst()), Integer.parseInt(parts.getLast())));
        }
    }

    private Page<PostingView> page(String chain, int sides, String authority, UUID subject, From from) {
        var place = from.place();
        var values = new ArrayList<Object>();
        for (var side = 0; side < sides; side++) values.addAll(List.of(authority, subject));
        values.addAll(List.of(place.number(), place.number(), place.line(), from.limit() + 1));
        var found = jdbc.query(PAGE.formatted(chain), (row, n) -> posting(row), values.toArray());
        return Page.of(found, from.limit(), last -> Cursor.of(last.number(), last.line()));
    }

    private static PostingView posting(ResultSet row) throws SQLException {
        var reverses = Columns.idOrNull(row, "reverses_entry");
        return new PostingView(
                row.getLong("number"),
                row.getInt("line"),
                Columns.id(row, "id"),
                Columns.instant(row, "booked_at"),
                Columns.date(row, "value_date"),
                new PostingView.Origin(
                        Columns.text(row, "cause_kind"), Columns.id(row, "cause"), row.getString("cause_part")),
                Columns.text(row, "actor"),
                row.getString("comment"),
                pot(row, "debit"),
                pot(row, "credit"),
                Columns.money(row, "amount"),
                Columns.idOrNull(row, "about"),
                reverses == null ? null : new PostingView.Reversed(reverses, row.getInt("reverses_line")));
    }

    private static PostingView.OfPot pot(ResultSet row, String side) throws SQLException {
        return new PostingView.OfPot(
                Columns.text(row, side + "_pot"),
                Columns.idOrNull(row, side + "_subject"),
                row.getString(side + "_detail"));
    }
}
