package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Figures;
import dk.debitorkonto.ledger.Entry;
import dk.debitorkonto.ledger.Posting;
import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import dk.debitorkonto.ledger.jdbc.JournalBatch;
import dk.debitorkonto.ledger.jdbc.Values;
import dk.debitorkonto.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Entries of one portion of rows: what is kept beside the journal follows from their postings alone.
 *
 * <p>The claims' accounts are locked, so the figures that were loaded stand still.
 */
public final class Booking {

    private record Cell(UUID claim, CostFamily family) {}

    private record Seat(String authority, UUID payment, UUID account) {}

    private record Use(String authority, UUID payment, UUID claim, CostFamily family) {}

    private record Reduced(String authority, UUID charge) {}

    private final JdbcTemplate jdbc;
    private final JournalBatch journal;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Cell, Figures> kept = new HashMap<>();
    private final Map<Cell, Figures> now = new HashMap<>();
    private final Map<Cell, String> changed = new LinkedHashMap<>();
    private final Map<Seat, Long> unused = new LinkedHashMap<>();
    private final Map<Use, Long> coverage = new LinkedHashMap<>();
    private final Map<Reduced, Long> reduced = new LinkedHashMap<>();

    Booking(JdbcTemplate jdbc, JournalBatch journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Loads the figures of claims that were there before. */
    public void load(Collection<UUID> claims) {
        jdbc.query(
                """
                select b.claim, b.family, b.charged, b.reduced, b.covered, b.written_off
                  from unnest(cast(? as uuid array)) wanted (id)
                  join claim_balance b on b.claim = wanted.id\
                """,
                row -> {
                    var cell = new Cell(row.getObject(1, UUID.class), CostFamily.valueOf(row.getString(2)));
                    var figures = new Figures(
                            new Money(row.getLong(3)),
                            new Money(row.getLong(4)),
                            new Money(row.getLong(5)),
                            new Money(row.getLong(6)));
                    kept.put(cell, figures);
                    now.put(cell, figures);
                },
                Values.uuids(claims));
    }

    /** A claim's figures, with all that was booked here so far. */
    public Figures of(UUID claim, CostFamily family) {
        return now.getOrDefault(new Cell(claim, family), Figures.NONE);
    }

    /**
     * Books an entry.
     *
     * @throws IllegalArgumentException where a figure would stand on its wrong side
     */
    public void book(Entry entry) {
        raise(entry.head().authority(), entry.postings());
        enter(entry);
    }

    /** Takes postings into the figures, ahead of the entry that they become part of. */
    public void raise(String authority, Collection<Posting> postings) {
        for (var posting : postings)
            for (var pot : posting.pots()) if (pot.kind().isOfSubject()) raise(authority, pot, posting);
    }

    /** Puts an entry down whose postings the figures have seen. */
    public void enter(Entry entry) {
        entries.add(entry);
    }

    private void raise(String authority, Pot pot, Posting posting) {
        var subject = Objects.requireNonNull(pot.subject());
        var detail = Objects.requireNonNull(pot.detail());
        var by = posting.raises(pot);
        if (pot.kind() == PotKind.UNUSED) {
            unused.merge(new Seat(authority, subject, UUID.fromString(detail)), by, Math::addExact);
            return;
        }
        var cell = new Cell(subject, CostFamily.valueOf(detail));
        now.merge(cell, raised(Figures.NONE, pot.kind(), by), (was, first) -> raised(was, pot.kind(), by));
        changed.put(cell, authority);
        if (pot.kind() == PotKind.COVERED)
            coverage.merge(new Use(authority, paymentOf(posting), subject, cell.family()), by, Math::addExact);
        if (pot.kind() == PotKind.REDUCED && posting.about() != null)
            reduced.merge(new Reduced(authority, posting.about()), by, Math::addExact);
    }

    private static UUID paymentOf(Posting posting) {
        var pot = posting.debit().kind() == PotKind.UNUSED ? posting.debit() : posting.credit();
        return Objects.requireNonNull(pot.subject());
    }

    private static Figures raised(Figures was, PotKind kind, long by) {
        return switch (kind) {
            case CHARGED -> new Figures(plus(was.charged(), by), was.reduced(), was.covered(), was.writtenOff());
            case REDUCED -> new Figures(was.charged(), plus(was.reduced(), by), was.covered(), was.writtenOff());
            case COVERED -> new Figures(was.charged(), was.reduced(), plus(was.covered(), by), was.writtenOff());
            case WRITTEN_OFF -> new Figures(was.charged(), was.reduced(), was.covered(), plus(was.writtenOff(), by));
            default -> throw new IllegalArgumentException(kind + " is no figure of a claim");
        };
    }

    private static Money plus(Money was, long by) {
        return new Money(Math.addExact(was.oere(), by));
    }

    /** Writes the entries, and what is kept. */
    public void write() {
        journal.write(entries);
        insertBalances();
        updateBalances();
        insertUnused();
        insertCoverage();
        updateCharges();
    }

    private void insertBalances() {
        var cells = changed.entrySet().stream()
                .filter(each -> !kept.containsKey(each.getKey()))
                .toList();
        if (!cells.isEmpty())
            jdbc.batchUpdate("""
                insert into claim_balance
                       (authority, claim, family, charged, reduced, covered, written_off)
                values (?, ?, ?, ?, ?, ?, ?)\
                """, cells, cells.size(), (statement, each) -> {
                var figures = of(each.getKey().claim(), each.getKey().family());
                new Values(statement)
                        .text(each.getValue())
                        .uuid(each.getKey().claim())
                        .text(each.getKey().family())
                        .number(figures.charged().oere())
                        .number(figures.reduced().oere())
                        .number(figures.covered().oere())
                        .number(figures.writtenOff().oere());
            });
    }

    private void updateBalances() {
        var cells = changed.entrySet().stream()
                .filter(each -> kept.containsKey(each.getKey()))
                .toList();
        if (!cells.isEmpty())
            jdbc.batchUpdate("""
                update claim_balance
                   set charged = ?, reduced = ?, covered = ?, written_off = ?
                 where authority = ? and claim = ? and family = ?\
                """, cells, cells.size(), (statement, each) -> {
                var figures = of(each.getKey().claim(), each.getKey().family());
                new Values(statement)
                        .number(figures.charged().oere())
                        .number(figures.reduced().oere())
                        .number(figures.covered().oere())
                        .number(figures.writtenOff().oere())
                        .text(each.getValue())
                        .uuid(each.getKey().claim())
                        .text(each.getKey().family());
            });
    }

    private void insertUnused() {
        if (!unused.isEmpty())
            jdbc.batchUpdate(
                    """
                    insert into payment_balance (authority, payment, account, unused)
                    values (?, ?, ?, ?)\
                    """,
                    unused.entrySet(),
                    unused.size(),
                    (statement, each) -> new Values(statement)
                            .text(each.getKey().authority())
                            .uuid(each.getKey().payment())
                            .uuid(each.getKey().account())
                            .number(each.getValue()));
    }

    private void insertCoverage() {
        if (!coverage.isEmpty())
            jdbc.batchUpdate(
                    """
                    insert into coverage (authority, payment, claim, family, amount)
                    values (?, ?, ?, ?, ?)\
                    """,
                    coverage.entrySet(),
                    coverage.size(),
                    (statement, each) -> new Values(statement)
                            .text(each.getKey().authority())
                            .uuid(each.getKey().payment())
                            .uuid(each.getKey().claim())
                            .text(each.getKey().family())
                            .number(each.getValue()));
    }

    private void updateCharges() {
        if (!reduced.isEmpty())
            jdbc.batchUpdate(
                    """
                    update charge
                       set reduced = reduced + ?
                     where authority = ? and id = ?\
                    """,
                    reduced.entrySet(),
                    reduced.size(),
                    (statement, each) -> new Values(statement)
                            .number(each.getValue())
                            .text(each.getKey().authority())
                            .uuid(each.getKey().charge()));
    }
}
