package dk.debitorkonto.handling;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Does one piece of work at a time beside its caller, who goes on and is told at the next wait how it ended. */
final class Beside {

    private @Nullable FutureTask<?> underWay;

    /** Begins {@code work} when what was begun before has ended. */
    void begin(Runnable work) {
        await();
        var task = new FutureTask<>(work, null);
        underWay = task;
        Thread.ofVirtual().name("beside").start(task);
    }

    /**
     * Waits for what was begun, and throws what it threw. It waits to the end even when interrupted: the work has the caller's
     * connection, which is the next one's as soon as the caller leaves.
     */
    void await() {
        var task = underWay;
        if (task == null) return;
        underWay = null;
        var interrupted = false;
        try {
            while (true)
                try {
                    task.get();
                    return;
                } catch (InterruptedException later) {
                    interrupted = true;
                }
        } catch (ExecutionException failed) {
            throw thrown(Objects.requireNonNull(failed.getCause()));
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (cause instanceof Error error) throw error;
        // A Runnable throws nothing that is checked.
        return (RuntimeException) cause;
    }
}
