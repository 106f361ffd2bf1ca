package dk.debitorkonto.adapter.soap.jdbc;

import dk.debitorkonto.adapter.soap.CallRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the log of calls behind their backs, many rows a statement, in the order of their answers.
 *
 * <p>No row is dropped while we run: where the database can't be reached they wait, and when many wait, so do new calls.
 */
public final class CallLog implements Consumer<CallRow>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String INSERT = """
        insert into service_call
               (call, service, operation, model, certificate, case_system, identification, http_status, fault, reason,
                received_at, received_bytes, received_sha256, sent_at, sent_bytes, sent_sha256)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    /** What waits: a row, or someone for all rows before it. */
    private sealed interface Entry {
        record Row(CallRow row) implements Entry {}

        record Mark(CountDownLatch reached) implements Entry {}
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer = Thread.ofPlatform().name("call-log").daemon().unstarted(this::write);
    private volatile boolean closed;

    public CallLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.transaction =
                new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
    }

    /** Begins to write. */
    public CallLog start() {
        writer.start();
        return this;
    }

    @Override
    public void accept(CallRow row) {
        put(new Entry.Row(row));
    }

    /** Waits, at most some seconds, until all rows accepted before are in the database: for those who read it. */
    public void flush() {
        var mark = new Entry.Mark(new CountDownLatch(1));
        put(mark);
        try {
            if (!mark.reached().await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                LOG.warn("the log of calls is behind by {} rows", waiting.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        flush();
        closed = true;
        writer.interrupt();
    }

    private void put(Entry entry) {
        try {
            waiting.put(entry);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("a row of the log of calls is lost: interrupted");
        }
    }

    private void write() {
        var batch = new ArrayList<Entry>();
        while (!closed)
            try {
                gather(batch);
                store(batch);
                batch.clear();
            } catch (InterruptedException e) {
                // Closed: the loop's condition says so.
            }
    }

    /** Waits for a row, and a moment for others: not each is worth a transaction. */
    private void gather(List<Entry> batch) throws InterruptedException {
        var entry = waiting.take();
        batch.add(entry);
        var end = System.nanoTime() + MOMENT.toNanos();
        while (entry instanceof Entry.Row && batch.size() < BATCH) {
            entry = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (entry == null) return;
            batch.add(entry);
        }
    }

    /** Tries until it has worked: the log is evidence. */
    private void store(List<Entry> batch) throws InterruptedException {
        var rows = batch.stream()
                .filter(Entry.Row.class::isInstance)
                .map(entry -> ((Entry.Row) entry).row())
                .toList();
        while (!isStored(rows)) Thread.sleep(PAUSE);
        for (var entry : batch)
            if (entry instanceof Entry.Mark mark) mark.reached().countDown();
    }

    private boolean isStored(List<CallRow> rows) {
        try {
            // All or none: where one row is refused, H2 would keep those before it.
            if (!rows.isEmpty())
                transaction.executeWithoutResult(status -> jdbc.batchUpdate(INSERT, rows, rows.size(), CallLog::set));
            return true;
        } catch (DataIntegrityViolationException e) {
            if (rows.size() == 1) LOG.error("a row of the log of calls fits no table: {}", rows.getFirst(), e);
            return rows.size() == 1 || rows.stream().map(List::of).allMatch(this::isStored);
        } catch (DataAccessException e) {
            LOG.error("the log of calls can't be written; {} rows wait", rows.size() + waiting.size(), e);
            return false;
        }
    }

    private static void set(PreparedStatement statement, CallRow row) throws SQLException {
        statement.setObject(1, row.call());
        statement.setString(2, row.service());
        statement.setString(3, row.operation());
        statement.setString(4, row.model());
        statement.setString(5, row.certificate());
        statement.setObject(6, row.caseSystem(), Types.OTHER);
        statement.setObject(7, row.identification(), Types.OTHER);
        statement.setInt(8, row.httpStatus());
        statement.setString(9, row.fault());
        statement.setString(10, row.reason());
        setBytes(statement, 11, row.received());
        setBytes(statement, 14, row.sent());
    }

    private static void setBytes(PreparedStatement statement, int first, CallRow.Bytes bytes) throws SQLException {
        statement.setObject(first, utc(bytes.at()));
        statement.setLong(first + 1, bytes.count());
        statement.setString(first + 2, bytes.sha256());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
