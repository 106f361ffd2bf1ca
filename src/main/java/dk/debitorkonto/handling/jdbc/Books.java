package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.Change;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes changes: the journal first, then the kept rows that follow from it. The only writer of either but the import.
 *
 * <p>To be called under the locks of all accounts concerned; each kind of row is one statement, whatever the number of rows.
 */
@Component
public class Books {

    private static final ManyRows.Statement ENTRY = ManyRows.Statement.insert(
            "entry (authority, id, booked_at, value_date, cause_kind, cause, cause_part, comment, actor)",
            "text",
            "uuid",
            "timestamptz",
            "date",
            "text",
            "uuid",
            "text",
            "text",
            "text");
    private static final ManyRows.Statement POSTING = ManyRows.Statement.insert(
            """
            posting (authority, entry, line, debit_pot, debit_subject, debit_detail, credit_pot,
                     credit_subject, credit_detail, amount, about, reverses_entry, reverses_line)
            """,
            "text",
            "uuid",
            "int4",
            "text",
            "uuid",
            "text",
            "text",
            "uuid",
            "text",
            "int8",
            "uuid",
            "uuid",
            "int4");
    private static final ManyRows.Statement TURN = ManyRows.Statement.insert(
            """
            turn (authority, entry, line, kind, subject, part, before_value, after_value, reverses_entry, reverses_line)
            """, "text", "uuid", "int4", "text", "uuid", "uuid", "text", "text", "uuid", "int4");

    /** A change, where it is written in the journal, and which line of it it reverses. */
    public record Line(
            Change change, UUID entry, int number, @Nullable Reversed reverses) {

        Posting posting() {
            return ((Change.Moves) change).posting();
        }

        private @Nullable UUID reversedEntry() {
            return reverses == null ? null : reverses.entry();
        }

        private @Nullable Integer reversedLine() {
            return reverses == null ? null : reverses.line();
        }
    }

    /** A line of an earlier entry. */
    public record Reversed(UUID entry, int line) {}

    private final ManyRows rows;

    Books(ManyRows rows) {
        this.rows = rows;
    }

    /** Begins a list of what is to be written in one go. */
    public Writes begin() {
        return rows.begin();
    }

    public void open(Writes writes, List<EntryHead> entries) {
        writes.insert(ENTRY, entries, entry -> new @Nullable Object[] {
            entry.authority(),
            entry.id(),
            Rows.sql(entry.bookedAt()),
            entry.valueDate(),
            entry.cause().kind().name(),
            entry.cause().id(),
            entry.cause().part(),
            entry.comment(),
            entry.actor()
        });
    }

    /** Writes lines of entries that are open, and what follows from them. */
    public void write(Writes writes, String authority, List<Line> lines) {
        var moves = new ArrayList<Line>();
        var turns = new ArrayList<Line>();
        lines.forEach(line -> (line.change() instanceof Change.Moves ? moves : turns).add(line));
        postings(writes, authority, moves);
        turns(writes, authority, turns);
        new KeptMoney(writes, authority).keep(moves);
        new KeptFacts(writes, authority)
                .keep(turns.stream().map(line -> (Change.Turns) line.change()).toList());
    }

    private void postings(Writes writes, String authority, List<Line> moves) {
        writes.insert(POSTING, moves, line -> {
            var posting = line.posting();
            return new @Nullable Object[] {
                authority,
                line.entry(),
                line.number(),
                posting.debit().kind().name(),
                posting.debit().subject(),
                posting.debit().detail(),
                posting.credit().kind().name(),
                posting.credit().subject(),
                posting.credit().detail(),
                posting.amount().oere(),
                posting.about(),
                line.reversedEntry(),
                line.reversedLine()
            };
        });
    }

    private void turns(Writes writes, String authority, List<Line> turns) {
        writes.insert(TURN, turns, line -> {
            var turned = (Change.Turns) Objects.requireNonNull(line.change());
            return new @Nullable Object[] {
                authority,
                line.entry(),
                line.number(),
                turned.kind().name(),
                turned.subject(),
                turned.part(),
                turned.before(),
                turned.after(),
                line.reversedEntry(),
                line.reversedLine()
            };
        });
    }
}
