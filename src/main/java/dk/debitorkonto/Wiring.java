package dk.debitorkonto;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.jdbc.EmbeddedPool;
import dk.debitorkonto.jdbc.KeptSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What all parts share: the database, the clock, our own identity. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
@EnableScheduling
class Wiring {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Duration CONNECTION_WAIT = Duration.ofMinutes(1);

    /** The pool of connections; the profile's demands are asked first, so that nothing is opened where they aren't met. */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Settings settings, ProfileDemands demands) {
        demands.check();
        var database = settings.database();
        var pool = database.isPostgresql() ? new HikariDataSource() : new EmbeddedPool();
        pool.setPoolName("debitorkonto");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(database.connections());
        pool.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        if (database.isPostgresql()) fit(pool);
        return pool;
    }

    private static void fit(HikariDataSource postgresql) {
        // One statement of many rows instead of many statements: several times as fast.
        postgresql.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A statement's plan is made once. Made for the ids at hand, it would count them, and read whole tables for a
        // thousand.
        // And an index is worth its while from the first row: nothing here turns on a disk that has to seek.
        postgresql.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1");
    }

    /** Migrates; what that leaves in the embedded database is not to depend on the connection that did it. */
    @Bean
    FlywayMigrationStrategy migration(HikariDataSource pool) {
        return flyway -> {
            var changed = flyway.migrate().migrationsExecuted > 0;
            if (changed && pool instanceof EmbeddedPool embedded) embedded.reopen();
        };
    }

    /** The time that waits and deadlines go by; its dates are those of Copenhagen. */
    @Bean
    @Profile("production")
    Clock clock() {
        return Clock.system(COPENHAGEN);
    }

    /** As {@link #clock}, but it can be put forward, and stays so over a restart. */
    @Bean
    @Profile("!production")
    MovableClock movableClock(KeptSettings kept) {
        return new MovableClock(
                Clock.system(COPENHAGEN),
                kept.find(MovableClock.KEPT_AS).map(Duration::parse).orElse(Duration.ZERO));
    }

    @Bean
    Instance instance(Settings settings, KeptSettings kept) {
        var id = settings.instance();
        return new Instance(
                id != null
                        ? id
                        : UUID.fromString(
                                kept.findOrKeep("instance", UUID.randomUUID().toString())));
    }

    @Bean
    HandlingDesk.Instance deskInstance(Instance instance) {
        return new HandlingDesk.Instance(instance.id());
    }
}
