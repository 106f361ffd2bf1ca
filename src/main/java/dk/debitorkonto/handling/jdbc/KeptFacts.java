package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Change;
import dk.debitorkonto.handling.Facts;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what turns of facts end in: columns of claims and debtor accounts, and the rows under a claim. */
final class KeptFacts {

    private static final ManyRows.Statement STATE = new ManyRows.Statement(
            "update claim set state = ?, on_hold_to = ? where authority = ? and id = ?",
            """
            update claim c
               set state = turned.state, on_hold_to = turned.on_hold_to
              from unnest(?, ?, ?, ?) turned (state, on_hold_to, authority, id)
             where c.authority = turned.authority and c.id = turned.id
            """,
            "text",
            "date",
            "text",
            "uuid");
    private static final ManyRows.Statement ACCOUNT = column("claim", "account", "uuid");
    private static final ManyRows.Statement RELATES_TO = column("claim", "relates_to", "uuid");
    private static final ManyRows.Statement CLAIM_STOP = column("claim", "reminder_stop_to", "date");
    private static final ManyRows.Statement ACCOUNT_STOP = column("debtor_account", "reminder_stop_to", "date");
    private static final ManyRows.Statement ACCOUNT_STATE = column("debtor_account", "state", "text");

    private static final ManyRows.Statement RESPITE = ManyRows.Statement.insert(
            "respite (authority, id, claim, from_date, to_date)", "text", "uuid", "uuid", "date", "date");
    private static final ManyRows.Statement LIABILITY = ManyRows.Statement.insert(
            "liability (authority, id, claim, party, from_date, to_date)",
            "text",
            "uuid",
            "uuid",
            "text",
            "date",
            "date");
    private static final ManyRows.Statement NOTICE = ManyRows.Statement.insert(
            "notice (authority, id, claim, kind, sent, undone)", "text", "uuid", "uuid", "text", "date", "bool");
    private static final ManyRows.Statement NO_RESPITE = gone("respite");
    private static final ManyRows.Statement NO_LIABILITY = gone("liability");
    private static final ManyRows.Statement NO_NOTICE = gone("notice");

    private final Writes writes;
    private final String authority;

    KeptFacts(Writes writes, String authority) {
        this.writes = writes;
        this.authority = authority;
    }

    private static ManyRows.Statement column(String table, String column, String type) {
        return new ManyRows.Statement(
                "update " + table + " set " + column + " = ? where authority = ? and id = ?",
                "update " + table + " kept set " + column + " = turned.value"
                        + " from unnest(?, ?, ?) turned (value, authority, id)"
                        + " where kept.authority = turned.authority and kept.id = turned.id",
                type,
                "text",
                "uuid");
    }

    /** A row whose fact turned into nothing is taken away here; the turn stays. */
    private static ManyRows.Statement gone(String table) {
        return new ManyRows.Statement(
                "delete from " + table + " where authority = ? and id = ?",
                "delete from " + table + " kept using unnest(?, ?) turned (authority, id)"
                        + " where kept.authority = turned.authority and kept.id = turned.id",
                "text",
                "uuid");
    }

    /** Keeps the last value of each fact. */
    void keep(List<Change.Turns> turns) {
        var byKind = new EnumMap<Change.FactKind, Map<UUID, Change.Turns>>(Change.FactKind.class);
        for (var turned : turns)
            byKind.computeIfAbsent(turned.kind(), kind -> new LinkedHashMap<>())
                    .merge(
                            turned.part(),
                            turned,
                            (first, last) -> new Change.Turns(
                                    first.kind(), first.subject(), first.part(), first.before(), last.after()));
        byKind.forEach((kind, last) -> keep(kind, List.copyOf(last.values())));
    }

    private void keep(Change.FactKind kind, List<Change.Turns> turns) {
        switch (kind) {
            case CLAIM_STATE -> states(turns);
            case CLAIM_ACCOUNT -> column(ACCOUNT, turns, KeptFacts::uuid);
            case RELATION -> column(RELATES_TO, turns, KeptFacts::uuid);
            case CLAIM_STOP -> column(CLAIM_STOP, turns, KeptFacts::date);
            case ACCOUNT_STOP -> column(ACCOUNT_STOP, turns, KeptFacts::date);
            case ACCOUNT_STATE -> column(ACCOUNT_STATE, turns, text -> text);
            case RESPITE -> respites(turns);
            case LIABILITY -> liabilities(turns);
            case NOTICE -> notices(turns);
        }
    }

    private void states(List<Change.Turns> turns) {
        writes.update(STATE, turns, turned -> {
            var to = Standing.parse(Objects.requireNonNull(turned.after()));
            return new @Nullable Object[] {to.state().name(), to.holdTo(), authority, turned.subject()};
        });
    }

    private interface Read {
        @Nullable
        Object from(@Nullable String text);
    }

    private void column(ManyRows.Statement statement, List<Change.Turns> turns, Read read) {
        writes.update(statement, turns, turned ->
                new @Nullable Object[] {read.from(turned.after()), authority, turned.subject()});
    }

    private void respites(List<Change.Turns> turns) {
        parts(NO_RESPITE, RESPITE, turns, turned -> {
            var respite = Objects.requireNonNull(Facts.respite(turned.part(), turned.after()));
            return new @Nullable Object[] {authority, respite.id(), turned.subject(), respite.from(), respite.to()};
        });
    }

    private void liabilities(List<Change.Turns> turns) {
        parts(NO_LIABILITY, LIABILITY, turns, turned -> {
            var liability = Objects.requireNonNull(Facts.liability(turned.part(), turned.after()));
            return new @Nullable Object[] {
                authority, liability.id(), turned.subject(), liability.party(), liability.from(), liability.to()
            };
        });
    }

    private void notices(List<Change.Turns> turns) {
        parts(NO_NOTICE, NOTICE, turns, turned -> {
            var notice = Objects.requireNonNull(Facts.notice(turned.part(), turned.after()));
            return new @Nullable Object[] {
                authority, notice.id(), turned.subject(), notice.kind().name(), notice.sent(), false
            };
        });
    }

    private void parts(
            ManyRows.Statement gone,
            ManyRows.Statement there,
            List<Change.Turns> turns,
            Function<Change.Turns, @Nullable Object[]> values) {
        writes.update(
                gone, turns.stream().filter(turned -> turned.before() != null).toList(), turned ->
                        new Object[] {authority, turned.part()});
        writes.insert(
                there, turns.stream().filter(turned -> turned.after() != null).toList(), values);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
