package dk.debitorkonto.work;

import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.calendar.MovableClock;
import java.time.Clock;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** A node that has one duty, named "try", and notes what it did. */
final class WorkingNode implements AutoCloseable {

    /** Of these tests alone: not a @Configuration, which a whole application would find. */
    @ComponentScan("dk.debitorkonto.work")
    @EnableTransactionManagement
    static class Wiring {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }
    }

    final Queue<UUID> done = new ConcurrentLinkedQueue<>();
    final Agenda agenda;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    WorkingNode(DataSource source, MovableClock clock, Consumer<UUID> deed) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("debitorkonto.work.time-limit", "1s")));
        context.registerBean(DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                Duty.class,
                () -> new Duty("try", row -> {
                    deed.accept(row);
                    done.add(row);
                }));
        context.register(Wiring.class);
        context.refresh();
        agenda = context.getBean(Agenda.class);
        context.getBean(Worker.class).start();
    }

    void hear(ClockMoved moved) {
        context.publishEvent(moved);
    }

    @Override
    public void close() {
        context.close();
    }
}
