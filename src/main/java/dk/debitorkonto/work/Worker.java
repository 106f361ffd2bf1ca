package dk.debitorkonto.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.work.jdbc.WorkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** This node's share of all work that waits: one scheduler for all duties, from when the application is ready until it stops. */
@Component
@EnableConfigurationProperties(WorkSettings.class)
class Worker implements DisposableBean {

    private static final Duration POLLS_EVERY = Duration.ofMillis(500);
    /** A node that has not said for five beats that it is alive is dead; so what it held is taken up within half a minute. */
    private static final Duration BEATS_EVERY = Duration.ofSeconds(4);

    private static final int BEATS_MISSED = 5;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);
    /** Work of a name that this node doesn't know is another version's, and stays. */
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private static final Duration CATCHES_UP_WITHIN = Duration.ofMinutes(10);
    private static final Duration FOLLOWS_UP_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(20);

    private final WorkRows rows;
    private final Clock clock;
    private final List<String> names;
    private final Scheduler scheduler;

    Worker(
            WorkRows rows,
            WorkSettings settings,
            Clock clock,
            ObjectProvider<Duty> duties,
            ObjectProvider<Task<?>> others) {
        this.rows = rows;
        this.clock = clock;
        var tasks = new ArrayList<Task<?>>();
        duties.orderedStream().forEach(duty -> tasks.add(new DutyTask(duty, rows, settings, clock)));
        others.orderedStream().forEach(tasks::add);
        this.names = tasks.stream().map(Task::getName).toList();
        this.scheduler = rows.scheduler(tasks)
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(settings.threads())
                .pollingInterval(POLLS_EVERY)
                .heartbeatInterval(BEATS_EVERY)
                .missedHeartbeatsLimit(BEATS_MISSED)
                .shutdownMaxWait(STOPS_WITHIN)
                .deleteUnresolvedAfter(FOREVER)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.start();
    }

    /** What was put on the agenda may be due at once. */
    @TransactionalEventListener(fallbackExecution = true)
    void wake(Agenda.Changed changed) {
        if (!changed.due().isAfter(clock.instant())) scheduler.triggerCheckForDueExecutions();
    }

    /** Comes back when all that fell due by then has been done, and what follows from it at once. */
    @EventListener
    @Order(ClockMoved.DECIDED)
    void catchUp(ClockMoved moved) {
        if (!scheduler.getSchedulerState().isStarted()) return;
        if (!isDoneWithin(CATCHES_UP_WITHIN, moved::now))
            throw new IllegalStateException("work that fell due by " + moved.now() + " isn't done yet");
        isDoneWithin(FOLLOWS_UP_WITHIN, clock::instant);
    }

    private boolean isDoneWithin(Duration limit, Supplier<Instant> then) {
        var end = System.nanoTime() + limit.toNanos();
        while (rows.isDue(names, then.get())) {
            if (System.nanoTime() > end) return false;
            scheduler.triggerCheckForDueExecutions();
            try {
                TimeUnit.NANOSECONDS.sleep(LOOKS_EVERY.toNanos());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }
}
