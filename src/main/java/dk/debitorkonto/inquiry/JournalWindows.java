package dk.debitorkonto.inquiry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes back over an authority's journal, some thousand postings at a time, whether in many entries or in a part of one. */
final class JournalWindows {

    /** Whole entries, or lines of one. */
    record Window(List<UUID> entries, int firstLine, int lastLine) {}

    private static final int POSTINGS = 5_000;
    private static final int ENTRIES = 500;
    private static final String HEADS = """
        select e.id, e.number,
               coalesce((select max(p.line) from posting p where p.authority = e.authority and p.entry = e.id), 0) as lines
          from entry e
         where e.authority = ? and e.number <= ?
         order by e.number desc
         fetch first ? rows only
        """;

    private record Head(UUID id, long number, int lines) {}

    private final JdbcTemplate jdbc;
    private final String authority;
    private final Deque<Head> heads = new ArrayDeque<>();
    private final Deque<Window> windows = new ArrayDeque<>();
    private long through;

    /** From the line before {@code line} of the entry {@code number} back; the entry may be none that there is. */
    JournalWindows(JdbcTemplate jdbc, String authority, long number, int line) {
        this.jdbc = jdbc;
        this.authority = authority;
        this.through = number;
        read();
        var first = heads.peek();
        if (first != null && first.number() == number) {
            heads.pop();
            if (line > 1) heads.push(new Head(first.id(), number, line - 1));
        }
    }

    /** The next, towards the journal's beginning; absent there. */
    @Nullable
    Window next() {
        if (windows.isEmpty()) cut();
        return windows.poll();
    }

    private void cut() {
        if (heads.isEmpty()) read();
        var ids = new ArrayList<UUID>();
        var lines = 0;
        while (!heads.isEmpty() && lines < POSTINGS) {
            var head = heads.peek();
            if (lines > 0 && lines + head.lines() > POSTINGS) break;
            heads.pop();
            ids.add(head.id());
            lines += head.lines();
        }
        if (ids.size() == 1)
            for (var last = lines; last > 0; last -= POSTINGS)
                windows.add(new Window(ids, Math.max(1, last - POSTINGS + 1), last));
        else if (!ids.isEmpty()) windows.add(new Window(ids, 1, Integer.MAX_VALUE));
    }

    private void read() {
        heads.addAll(jdbc.query(
                HEADS,
                (row, n) -> new Head(Columns.id(row, "id"), row.getLong("number"), row.getInt("lines")),
                authority,
                through,
                ENTRIES));
        if (!heads.isEmpty()) through = heads.getLast().number() - 1;
    }
}
