package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Change;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/**
 * Writes changes: the journal first, then the kept rows that follow from it. The only writer of either but the import.
 *
 * <p>To be called under the locks of all accounts concerned; each statement is a batch, whatever the number of rows.
 */
@Component
public class Books {

    private static final String ENTRY = """
        insert into entry (authority, id, booked_at, value_date, cause_kind, cause, cause_part, comment, actor)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String POSTING = """
        insert into posting (authority, entry, line, debit_pot, debit_subject, debit_detail, credit_pot,
                             credit_subject, credit_detail, amount, about, reverses_entry, reverses_line)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String TURN = """
        insert into turn (authority, entry, line, kind, subject, part, before_value, after_value, reverses_entry, reverses_line)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String NEW_BALANCE = """
        insert into claim_balance (authority, claim, family, charged, reduced, covered, written_off)
        values (?, ?, ?, 0, 0, 0, 0)
        on conflict do nothing
        """;
    private static final String BALANCE = """
        update claim_balance
           set charged = charged + ?, reduced = reduced + ?, covered = covered + ?, written_off = written_off + ?
         where authority = ? and claim = ? and family = ?
        """;
    private static final String NEW_UNUSED =
            "insert into payment_balance (authority, payment, account, unused) values (?, ?, ?, 0) on conflict do"
                    + " nothing";
    private static final String UNUSED =
            "update payment_balance set unused = unused + ? where authority = ? and payment = ? and account = ?";
    private static final String NEW_COVERAGE = """
        insert into coverage (authority, payment, claim, family, amount)
        values (?, ?, ?, ?, 0)
        on conflict do nothing
        """;
    private static final String COVERAGE =
            "update coverage set amount = amount + ? where authority = ? and payment = ? and claim = ? and family = ?";
    private static final String CHARGE = """
        insert into charge (authority, id, claim, family, accrued, amount, reduced, undone)
        values (?, ?, ?, ?, ?, ?, 0, false)
        """;
    private static final String CHARGE_REDUCED =
            "update charge set reduced = reduced + ? where authority = ? and id = ?";
    private static final String CHARGE_UNDONE = "update charge set undone = true where authority = ? and id = ?";

    /** A change, where it is written in the journal, and which line of it it reverses. */
    public record Line(
            Change change, UUID entry, int number, @Nullable Reversed reverses) {}

    /** A line of an earlier entry. */
    public record Reversed(UUID entry, int line) {}

    private record OfFamily(UUID claim, String family) {}

    private record Seat(UUID payment, UUID account) {}

    private record Use(UUID payment, UUID claim, String family) {}

    private record NewCharge(UUID id, OfFamily of, LocalDate accrued, long amount) {}

    private final JdbcTemplate jdbc;

    Books(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void open(List<EntryHead> entries) {
        Rows.insert(jdbc, ENTRY, entries, (statement, entry) -> {
            statement.setString(1, entry.authority());
            statement.setObject(2, entry.id());
            statement.setObject(3, Rows.sql(entry.bookedAt()));
            statement.setObject(4, entry.valueDate());
            statement.setString(5, entry.cause().kind().name());
            statement.setObject(6, entry.cause().id());
            statement.setString(7, entry.cause().part());
            statement.setString(8, entry.comment());
            statement.setString(9, entry.actor());
        });
    }

    /** Writes lines of entries that are open, and what follows from them. */
    public void write(String authority, List<Line> lines) {
        var moves = new ArrayList<Line>();
        var turns = new ArrayList<Line>();
        lines.forEach(line -> (line.change() instanceof Change.Moves ? moves : turns).add(line));
        journal(authority, moves, turns);
        charges(authority, moves);
        balances(authority, moves);
        payments(authority, moves);
        turns(authority, turns);
    }

    private void journal(String authority, List<Line> moves, List<Line> turns) {
        Rows.insert(jdbc, POSTING, moves, (statement, line) -> {
            var posting = posting(line);
            statement.setString(1, authority);
            statement.setObject(2, line.entry());
            statement.setInt(3, line.number());
            pot(statement, 4, posting.debit());
            pot(statement, 7, posting.credit());
            statement.setLong(10, posting.amount().oere());
            statement.setObject(11, posting.about());
            reverses(statement, 12, line.reverses());
        });
        Rows.insert(jdbc, TURN, turns, (statement, line) -> {
            var turned = (Change.Turns) line.change();
            statement.setString(1, authority);
            statement.setObject(2, line.entry());
            statement.setInt(3, line.number());
            statement.setString(4, turned.kind().name());
            statement.setObject(5, turned.subject());
            statement.setObject(6, turned.part());
            statement.setString(7, turned.before());
            statement.setString(8, turned.after());
            reverses(statement, 9, line.reverses());
        });
    }

    private static void pot(PreparedStatement statement, int index, Pot pot) throws SQLException {
        statement.setString(index, pot.kind().name());
        statement.setObject(index + 1, pot.subject());
        statement.setString(index + 2, pot.detail());
    }

    private static void reverses(PreparedStatement statement, int index, @Nullable Reversed reversed)
            throws SQLException {
        statement.setObject(index, reversed == null ? null : reversed.entry());
        statement.setObject(index + 1, reversed == null ? null : reversed.line(), java.sql.Types.INTEGER);
    }

    private void charges(String authority, List<Line> moves) {
        var made = new ArrayList<NewCharge>();
        var undone = new ArrayList<UUID>();
        var reduced = new LinkedHashMap<UUID, Long>();
        for (var line : moves) {
            var posting = posting(line);
            var about = posting.about();
            if (about == null) continue;
            var accrued = ((Change.Moves) line.change()).accrued();
            if (accrued != null)
                made.add(new NewCharge(
                        about,
                        family(posting.debit()),
                        accrued,
                        posting.amount().oere()));
            else if (posting.credit().kind() == PotKind.CHARGED) undone.add(about);
            else reduced.merge(about, posting.raises(potOf(posting, PotKind.REDUCED)), Long::sum);
        }
        Rows.insert(jdbc, CHARGE, made, (statement, charge) -> {
            statement.setString(1, authority);
            statement.setObject(2, charge.id());
            statement.setObject(3, charge.of().claim());
            statement.setString(4, charge.of().family());
            statement.setObject(5, charge.accrued());
            statement.setLong(6, charge.amount());
        });
        Rows.insert(jdbc, NEW_BALANCE, made, (statement, charge) -> {
            statement.setString(1, authority);
            statement.setObject(2, charge.of().claim());
            statement.setString(3, charge.of().family());
        });
        Rows.update(jdbc, CHARGE_UNDONE, undone, (statement, id) -> {
            statement.setString(1, authority);
            statement.setObject(2, id);
        });
        shift(CHARGE_REDUCED, reduced, (statement, each) -> {
            statement.setLong(1, each.getValue());
            statement.setString(2, authority);
            statement.setObject(3, each.getKey());
        });
    }

    private void balances(String authority, List<Line> moves) {
        var deltas = new LinkedHashMap<OfFamily, long[]>();
        for (var line : moves)
            for (var pot : posting(line).pots())
                if (pot.kind().isOfSubject() && pot.kind() != PotKind.UNUSED)
                    deltas.computeIfAbsent(family(pot), of -> new long[4])[figure(pot.kind())] +=
                            posting(line).raises(pot);
        Rows.update(jdbc, BALANCE, List.copyOf(deltas.entrySet()), (statement, each) -> {
            for (var figure = 0; figure < 4; figure++) statement.setLong(figure + 1, each.getValue()[figure]);
            statement.setString(5, authority);
            statement.setObject(6, each.getKey().claim());
            statement.setString(7, each.getKey().family());
        });
    }

    /** The figure's place among the columns of a balance. */
    private static int figure(PotKind kind) {
        return switch (kind) {
            case CHARGED -> 0;
            case REDUCED -> 1;
            case COVERED -> 2;
            case WRITTEN_OFF -> 3;
            default -> throw new IllegalArgumentException(kind + " is no figure of a claim");
        };
    }

    private void payments(String authority, List<Line> moves) {
        var seats = new LinkedHashMap<Seat, Long>();
        var uses = new LinkedHashMap<Use, Long>();
        for (var line : moves) {
            var posting = posting(line);
            for (var pot : posting.pots())
                if (pot.kind() == PotKind.UNUSED)
                    seats.merge(new Seat(subject(pot), UUID.fromString(detail(pot))), posting.raises(pot), Long::sum);
            if (isUse(posting)) {
                var covered = potOf(posting, PotKind.COVERED);
                var unused = potOf(posting, PotKind.UNUSED);
                uses.merge(
                        new Use(subject(unused), subject(covered), detail(covered)),
                        posting.raises(covered),
                        Long::sum);
            }
        }
        Rows.insert(jdbc, NEW_UNUSED, raised(seats), (statement, each) -> seat(statement, 1, authority, each.getKey()));
        shift(UNUSED, seats, (statement, each) -> {
            statement.setLong(1, each.getValue());
            seat(statement, 2, authority, each.getKey());
        });
        Rows.insert(jdbc, NEW_COVERAGE, raised(uses), (statement, each) -> use(statement, 1, authority, each.getKey()));
        shift(COVERAGE, uses, (statement, each) -> {
            statement.setLong(1, each.getValue());
            use(statement, 2, authority, each.getKey());
        });
    }

    private <K> void shift(
            String sql, Map<K, Long> deltas, ParameterizedPreparedStatementSetter<Map.Entry<K, Long>> setter) {
        Rows.update(jdbc, sql, entries(deltas, by -> by != 0), setter);
    }

    private static <K> List<Map.Entry<K, Long>> raised(Map<K, Long> deltas) {
        return entries(deltas, by -> by > 0);
    }

    private static <K> List<Map.Entry<K, Long>> entries(Map<K, Long> deltas, Predicate<Long> which) {
        return deltas.entrySet().stream()
                .filter(each -> which.test(each.getValue()))
                .toList();
    }

    private static void seat(PreparedStatement statement, int index, String authority, Seat seat) throws SQLException {
        statement.setString(index, authority);
        statement.setObject(index + 1, seat.payment());
        statement.setObject(index + 2, seat.account());
    }

    private static void use(PreparedStatement statement, int index, String authority, Use use) throws SQLException {
        statement.setString(index, authority);
        statement.setObject(index + 1, use.payment());
        statement.setObject(index + 2, use.claim());
        statement.setString(index + 3, use.family());
    }

    private void turns(String authority, List<Line> turns) {
        var byKind = new java.util.EnumMap<Change.FactKind, Map<UUID, Change.Turns>>(Change.FactKind.class);
        for (var line : turns) {
            var turned = (Change.Turns) line.change();
            byKind.computeIfAbsent(turned.kind(), kind -> new LinkedHashMap<>())
                    .merge(
                            turned.part(),
                            turned,
                            (first, last) -> new Change.Turns(
                                    first.kind(), first.subject(), first.part(), first.before(), last.after()));
        }
        byKind.forEach((kind, last) -> keep(authority, kind, List.copyOf(last.values())));
    }

    private void keep(String authority, Change.FactKind kind, List<Change.Turns> turns) {
        switch (kind) {
            case CLAIM_STATE -> keepState(authority, turns);
            case CLAIM_ACCOUNT -> keep("claim", "account", authority, turns, Books::uuid);
            case RELATION -> keep("claim", "relates_to", authority, turns, Books::uuid);
            case CLAIM_STOP -> keep("claim", "reminder_stop_to", authority, turns, Books::date);
            case ACCOUNT_STOP -> keep("debtor_account", "reminder_stop_to", authority, turns, Books::date);
            case ACCOUNT_STATE -> keep("debtor_account", "state", authority, turns, text -> text);
            case RESPITE, LIABILITY, NOTICE -> new PartRows(jdbc, authority).keep(kind, turns);
        }
    }

    private void keepState(String authority, List<Change.Turns> turns) {
        Rows.update(
                jdbc,
                "update claim set state = ?, on_hold_to = ? where authority = ? and id = ?",
                turns,
                (statement, turned) -> {
                    var to = Standing.parse(Objects.requireNonNull(turned.after()));
                    statement.setString(1, to.state().name());
                    statement.setObject(2, to.holdTo());
                    statement.setString(3, authority);
                    statement.setObject(4, turned.subject());
                });
    }

    private interface Read {
        @Nullable
        Object from(@Nullable String text);
    }

    private void keep(String table, String column, String authority, List<Change.Turns> turns, Read read) {
        Rows.update(
                jdbc,
                "update " + table + " set " + column + " = ? where authority = ? and id = ?",
                turns,
                (statement, turned) -> {
                    statement.setObject(1, read.from(turned.after()));
                    statement.setString(2, authority);
                    statement.setObject(3, turned.subject());
                });
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Posting posting(Line line) {
        return ((Change.Moves) line.change()).posting();
    }

    private static boolean isUse(Posting posting) {
        return (posting.debit().kind() == PotKind.UNUSED && posting.credit().kind() == PotKind.COVERED)
                || (posting.debit().kind() == PotKind.COVERED
                        && posting.credit().kind() == PotKind.UNUSED);
    }

    private static Pot potOf(Posting posting, PotKind kind) {
        return posting.debit().kind() == kind ? posting.debit() : posting.credit();
    }

    private static OfFamily family(Pot pot) {
        return new OfFamily(subject(pot), detail(pot));
    }

    private static UUID subject(Pot pot) {
        return Objects.requireNonNull(pot.subject());
    }

    private static String detail(Pot pot) {
        return Objects.requireNonNull(pot.detail());
    }
}
