package dk.debitorkonto.handling;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Of these tests alone: not a @Configuration, which a whole application would find. */
@ComponentScan({"dk.debitorkonto.handling", "dk.debitorkonto.ledger", "dk.debitorkonto.inquiry"})
class OfficeWiring {
    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new JdbcTemplate(source);
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    HandlingDesk.Instance instance() {
        return new HandlingDesk.Instance(new UUID(9, 9));
    }
}
