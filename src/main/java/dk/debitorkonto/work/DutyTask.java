package dk.debitorkonto.work;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dk.debitorkonto.work.jdbc.WorkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A duty as db-scheduler does it: each try is counted before it begins, so that one that kills its process counts too; after too
 * many the work is parked.
 */
final class DutyTask extends AbstractTask<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(DutyTask.class);

    /** After the first failed try, the second, … */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10));

    /** What a killed node held is taken up within so long, not all at once: one of it may be what kills. */
    private static final int SPREAD_MILLIS = 10_000;

    private final Duty duty;
    private final WorkRows rows;
    private final WorkSettings settings;
    private final Clock clock;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    DutyTask(Duty duty, WorkRows rows, WorkSettings settings, Clock clock) {
        super(duty.name(), Void.class, null, null);
        this.duty = duty;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), clock.instant());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        var execution = context.getExecution();
        var item = item(execution);
        if (!rows.begin(item, execution.version)) return (complete, operations) -> {};
        running.add(item.row());
        try {
            withinTheLimit(item.row());
        } finally {
            running.remove(item.row());
        }
        return (complete, operations) -> rows.done(item, execution.version);
    }

    /**
     * A statement that hangs is stopped by its own time-out first. What hangs beside the database is left alone, without an
     * interrupt, which the embedded database's files don't survive.
     */
    private void withinTheLimit(UUID row) {
        var limit = settings.timeLimit().plus(settings.timeLimit().dividedBy(10));
        var deed = new FutureTask<Void>(() -> duty.deed().accept(row), null);
        Thread.ofVirtual().name(duty.name() + " " + row).start(deed);
        try {
            deed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException hangs) {
            throw new IllegalStateException(duty.name() + " took longer than " + settings.timeLimit(), hangs);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public com.github.kagkarlsson.scheduler.task.FailureHandler<Void> getFailureHandler() {
        return (complete, operations) -> {
            var execution = complete.getExecution();
            var tries = execution.consecutiveFailures + 1;
            var wait = WAITS.get(Math.min(tries, WAITS.size()) - 1);
            endedBadly(execution, tries, failure(complete), clock.instant().plus(wait));
        };
    }

    @Override
    public com.github.kagkarlsson.scheduler.task.DeadExecutionHandler<Void> getDeadExecutionHandler() {
        return (complete, operations) -> {
            var execution = complete.getExecution();
            // A clock that is put forward makes what runs here look dead.
            if (running.contains(item(execution).row())) return;
            var spread = Math.floorMod(execution.getId().hashCode(), SPREAD_MILLIS);
            endedBadly(
                    execution,
                    execution.consecutiveFailures,
                    "killed",
                    clock.instant().plusMillis(spread));
        };
    }

    private void endedBadly(Execution execution, int tries, String failure, Instant again) {
        var item = item(execution);
        if (tries < settings.tries()) rows.again(item, execution.version, again);
        else if (rows.park(item, execution.version, new WorkRows.Parked(clock.instant(), tries, failure)))
            LOG.error("{} of {} is parked after {} tries: {}", duty.name(), item.row(), tries, failure);
    }

    private static String failure(ExecutionComplete complete) {
        return complete.getCause().map(cause -> cause.getClass().getName()).orElse("failed");
    }

    private static WorkRows.Item item(Execution execution) {
        return new WorkRows.Item(execution.getTaskName(), UUID.fromString(execution.getId()));
    }
}
