package dk.debitorkonto.work.jdbc;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waits, in db-scheduler's table, and what was parked, beside it.
 *
 * <p>Whoever changes a row raises its version: a node that still works on it neither removes nor puts off what was put anew
 * meanwhile. {@code consecutive_failures} counts tries that were begun and did not end well, kills included.
 */
@Component
public class WorkRows {

    private static final String MOVE = """
        update scheduled_tasks
           set execution_time = ?, picked = false, picked_by = null, last_heartbeat = null, consecutive_failures = 0,
               version = version + 1
         where task_name = ? and task_instance = ?
        """;
    private static final String INSERT = """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
        values (?, ?, ?, false, 0, 1)
        on conflict do nothing
        """;
    private static final String BEGIN = """
        update scheduled_tasks
           set consecutive_failures = consecutive_failures + 1
         where task_name = ? and task_instance = ? and version = ?
        """;
    private static final String AGAIN = """
        update scheduled_tasks
           set execution_time = ?, picked = false, picked_by = null, last_heartbeat = null, version = version + 1
         where task_name = ? and task_instance = ? and version = ?
        """;
    private static final String REMOVE =
            "delete from scheduled_tasks where task_name = ? and task_instance = ? and version = ?";
    private static final String DROP = "delete from scheduled_tasks where task_name = ? and task_instance = ?";
    private static final String PARK =
            "insert into parked_work (duty, subject, parked_at, tries, failure) values (?, ?, ?, ?, ?)";
    private static final String UNPARK = "delete from parked_work where duty = ? and subject = ?";
    private static final String IS_PARKED = "select count(*) from parked_work where duty = ? and subject = ?";
    private static final String DUE = """
        select count(*)
          from scheduled_tasks
         where execution_time <= ?
           and task_name = any (cast(? as varchar array))
        """;

    /** One duty's work on one row. */
    public record Item(String duty, UUID row) {}

    /** Work that was given up. */
    public record Parked(Instant at, int tries, String failure) {}

    private final JdbcTemplate jdbc;
    private final DataSource source;
    private final TransactionTemplate transactions;

    WorkRows(JdbcTemplate jdbc, DataSource source, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.source = source;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A scheduler over this table; what it is asked to schedule in a transaction stands if the transaction does. */
    public SchedulerBuilder scheduler(List<Task<?>> tasks) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(source), tasks);
    }

    public void put(Item item, Instant due) {
        jdbc.update(UNPARK, item.duty(), item.row());
        while (jdbc.update(MOVE, sql(due), item.duty(), item.row().toString()) == 0)
            if (jdbc.update(INSERT, item.duty(), item.row().toString(), sql(due)) == 1) return;
    }

    public void drop(Item item) {
        jdbc.update(UNPARK, item.duty(), item.row());
        jdbc.update(DROP, item.duty(), item.row().toString());
    }

    public boolean isParked(Item item) {
        return Objects.requireNonNull(jdbc.queryForObject(IS_PARKED, Integer.class, item.duty(), item.row())) > 0;
    }

    /** Counts a try, before it; false where the item was put anew since it was picked. */
    public boolean begin(Item item, long version) {
        return jdbc.update(BEGIN, item.duty(), item.row().toString(), version) == 1;
    }

    /** It was done. */
    public void done(Item item, long version) {
        jdbc.update(REMOVE, item.duty(), item.row().toString(), version);
    }

    /** It is to be tried again at {@code due}. */
    public void again(Item item, long version, Instant due) {
        jdbc.update(AGAIN, sql(due), item.duty(), item.row().toString(), version);
    }

    /** Gives it up, unless it was put anew meanwhile. */
    public boolean park(Item item, long version, Parked parked) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            if (jdbc.update(REMOVE, item.duty(), item.row().toString(), version) == 0) return false;
            jdbc.update(UNPARK, item.duty(), item.row());
            jdbc.update(PARK, item.duty(), item.row(), sql(parked.at()), parked.tries(), parked.failure());
            return true;
        }));
    }

    /** Whether something of these duties is to be done by {@code then}, or is being done. */
    public boolean isDue(Collection<String> duties, Instant then) {
        var due = jdbc.query(
                DUE,
                statement -> {
                    statement.setObject(1, sql(then));
                    statement.setArray(2, statement.getConnection().createArrayOf("varchar", duties.toArray()));
                },
                (row, n) -> row.getLong(1));
        return due.getFirst() > 0;
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
