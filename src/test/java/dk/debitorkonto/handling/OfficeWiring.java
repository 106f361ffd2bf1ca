package dk.debitorkonto.handling;

import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.outbox.Outbox;
import dk.debitorkonto.outbox.jdbc.MessageRows;
import dk.debitorkonto.work.Agenda;
import dk.debitorkonto.work.WorkSettings;
import dk.debitorkonto.work.jdbc.WorkRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** An {@link Office}'s parts. Not a @Configuration, which a whole application would find. */
@ComponentScan({"dk.debitorkonto.handling", "dk.debitorkonto.ledger", "dk.debitorkonto.inquiry"})
@Import({Agenda.class, WorkRows.class, Outbox.class, MessageRows.class})
@EnableConfigurationProperties(WorkSettings.class)
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
    MovableClock clock() {
        return new MovableClock(Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC), Duration.ZERO);
    }

    @Bean
    HandlingDesk.Instance instance() {
        return new HandlingDesk.Instance(new UUID(9, 9));
    }

    /** An answer's outcome and its codes. */
    @Bean
    LateAnswer.Writer writer() {
        return answer -> answer.outcome() instanceof Outcome.NotCarriedOut refused
                ? refused.refusals().stream()
                        .map(refusal -> refusal.reason().code())
                        .distinct()
                        .collect(Collectors.joining(" "))
                : answer.outcome().name();
    }
}
