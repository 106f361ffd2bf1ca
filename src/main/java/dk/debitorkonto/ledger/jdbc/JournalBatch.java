package dk.debitorkonto.ledger.jdbc;

import dk.debitorkonto.ledger.Entry;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.Posting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes entries with their postings to the journal, many in one go, in the transaction that is under way. */
@Component
public final class JournalBatch {

    private record Line(EntryHead head, int line, Posting posting) {}

    private final JdbcTemplate jdbc;

    JournalBatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes {@code entries} in their order; an entry's postings are numbered from 1. */
    public void write(Collection<Entry> entries) {
        if (entries.isEmpty()) return;
        writeHeads(entries);
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            var number = 0;
            for (var posting : entry.postings()) lines.add(new Line(entry.head(), ++number, posting));
        }
        if (!lines.isEmpty()) writePostings(lines);
    }

    private void writeHeads(Collection<Entry> entries) {
        jdbc.batchUpdate("""
            insert into entry
                   (authority, id, booked_at, value_date, cause_kind, cause, cause_part, comment, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, entries, entries.size(), (statement, entry) -> {
            var head = entry.head();
            new Values(statement)
                    .text(head.authority())
                    .uuid(head.id())
                    .instant(head.bookedAt())
                    .date(head.valueDate())
                    .text(head.cause().kind())
                    .uuid(head.cause().id())
                    .text(head.cause().part())
                    .text(head.comment())
                    .text(head.actor());
        });
    }

    private void writePostings(Collection<Line> lines) {
        jdbc.batchUpdate("""
            insert into posting
                   (authority, entry, line, debit_pot, debit_subject, debit_detail,
                    credit_pot, credit_subject, credit_detail, amount, about)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """, lines, lines.size(), (statement, line) -> set(new Values(statement), line));
    }

    private static void set(Values values, Line line) throws SQLException {
        var debit = line.posting().debit();
        var credit = line.posting().credit();
        values.text(line.head().authority())
                .uuid(line.head().id())
                .number(line.line())
                .text(debit.kind())
                .uuid(debit.subject())
                .text(debit.detail())
                .text(credit.kind())
                .uuid(credit.subject())
                .text(credit.detail())
                .number(line.posting().amount().oere())
                .uuid(line.posting().about());
    }
}
