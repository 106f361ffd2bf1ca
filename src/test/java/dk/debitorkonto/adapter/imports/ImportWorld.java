package dk.debitorkonto.adapter.imports;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.testing.WatchedDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** An import, and the reads of what it brought, on a database of its own; it begins on 1 July 2026. */
public final class ImportWorld implements AutoCloseable {

    private final MovableClock clock = new MovableClock(
            Clock.fixed(Instant.parse("2026-07-01T08:00:00Z"), ZoneId.of("Europe/Copenhagen")), Duration.ZERO);

    private final WatchedDataSource database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public ImportWorld(HikariDataSource database) {
        this.database = new WatchedDataSource(database);
        var jdbc = new JdbcTemplate(this.database);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        context.registerBean(Clock.class, () -> clock);
        var transactions = new JdbcTransactionManager(this.database);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.register(Transactional.class);
        context.scan("dk.debitorkonto.adapter.imports", "dk.debitorkonto.ledger", "dk.debitorkonto.inquiry");
        context.refresh();
    }

    /** As the application has it. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactional {}

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** What was sent to the database since the last time this was asked. */
    List<String> sent() {
        return database.sent();
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    public MovableClock clock() {
        return clock;
    }

    /** Imports JSON that may be written with single quotes. */
    public ImportSummary run(String document) {
        var content = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        try {
            return get(Import.class).run(new ByteArrayInputStream(content), "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
