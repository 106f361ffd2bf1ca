package dk.debitorkonto.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Tells what is sent to a database, in its order, and lets a test do something just before a statement. */
public final class WatchedDataSource extends DelegatingDataSource implements Closeable {

    private static final Set<String> ROUND_TRIPS = Set.of("commit", "rollback", "setSavepoint", "releaseSavepoint");

    private record Hook(String part, Runnable work) {}

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<@Nullable Hook> hook = new AtomicReference<>();

    private final HikariDataSource pool;

    public WatchedDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Does {@code work} once, before the next statement that has {@code part} in it. */
    public void before(String part, Runnable work) {
        hook.set(new Hook(part, work));
    }

    /** What was sent since the last time this was asked: statements, and what else goes to the database and back. */
    public List<String> sent() {
        synchronized (sent) {
            var all = List.copyOf(sent);
            sent.clear();
            return all;
        }
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        var connection = super.getConnection();
        return proxy(Connection.class, connection, (method, values) -> {
            if (ROUND_TRIPS.contains(method.getName())) note(method.getName());
            var made = call(method, connection, values);
            if (made instanceof PreparedStatement statement)
                return watched(PreparedStatement.class, statement, String.valueOf(values[0]));
            return made instanceof Statement statement ? watched(Statement.class, statement, "") : made;
        });
    }

    private <S extends Statement> S watched(Class<S> type, S statement, String sql) {
        return proxy(type, statement, (method, values) -> {
            if (method.getName().startsWith("execute")) note(values.length > 0 ? String.valueOf(values[0]) : sql);
            return call(method, statement, values);
        });
    }

    private void note(String what) {
        var line = what.strip().replaceAll("\\s+", " ");
        sent.add(line);
        var due = hook.get();
        if (due != null && line.contains(due.part()) && hook.compareAndSet(due, null))
            due.work().run();
    }

    private interface Way {
        @Nullable
        Object go(Method method, Object[] values) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Way way) {
        InvocationHandler handler = (self, method, values) -> method.getDeclaringClass() == Object.class
                ? call(method, target, Objects.requireNonNullElse(values, new Object[0]))
                : way.go(method, Objects.requireNonNullElse(values, new Object[0]));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Method method, Object target, Object[] values) throws Throwable {
        try {
            return method.invoke(target, values);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
