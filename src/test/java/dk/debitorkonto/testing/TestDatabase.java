package dk.debitorkonto.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;

/** A fresh database for a test, migrated as the application's is. */
public enum TestDatabase {
    H2 {
        @Override
        public String freshUrl() {
            return "jdbc:h2:" + place() + NEXT.incrementAndGet()
                    + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=120000";
        }
    },
    POSTGRESQL {
        @Override
        public String freshUrl() {
            // On a given server, too, nobody else's.
            var name =
                    "debitorkonto_test_%d_%d".formatted(ProcessHandle.current().pid(), NEXT.incrementAndGet());
            try (var connection = DriverManager.getConnection(Server.url("postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("no fresh database", e);
            }
            return Server.url(name)
                    + "&reWriteBatchedInserts=true&options=-c%20plan_cache_mode=force_generic_plan%20-c%20random_page_cost=1.1";
        }
    };

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** In memory; for benchmarks, which fill more than the heap, in files as the application's is. */
    private static String place() {
        var folder = System.getProperty("test.h2.folder");
        return folder == null
                ? "mem:t"
                : "file:"
                        + java.nio.file.Path.of(folder)
                                .toAbsolutePath()
                                .resolve("t" + ProcessHandle.current().pid() + "-");
    }

    /** The address of an empty database, not migrated yet. */
    public abstract String freshUrl();

    /** An empty, migrated database. */
    public HikariDataSource fresh() {
        var source = new HikariDataSource();
        source.setJdbcUrl(freshUrl());
        if (this == H2) source.setUsername("sa");
        source.setMaximumPoolSize(20);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/vendor/" + name().toLowerCase(java.util.Locale.ROOT))
                .load()
                .migrate();
        return source;
    }

    /** One server for all tests of a run, started when first asked for; or the one given by {@code -Dtest.postgresql=host:port}. */
    private static final class Server {
        private static final UnaryOperator<String> URL = server();

        static String url(String database) {
            return URL.apply(database);
        }

        private static UnaryOperator<String> server() {
            var given = System.getProperty("test.postgresql");
            if (given != null) return database -> "jdbc:postgresql://" + given + "/" + database + "?user=postgres";
            var started = start();
            return database -> started.getJdbcUrl("postgres", database);
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
