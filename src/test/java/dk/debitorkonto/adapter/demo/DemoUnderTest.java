package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.Debitorkonto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;

/** The whole system with its demo data, on a free port, at one moment; started once for all tests that want it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Debitorkonto.class, DemoUnderTest.AtOneMoment.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "debitorkonto.demo-data=true")
@ContextConfiguration(initializers = DemoUnderTest.OwnFolder.class)
@interface DemoUnderTest {

    /** When everything in these tests is decided; a Tuesday. */
    Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    /** Not a @Configuration, which other tests of the whole application would find. */
    class AtOneMoment {
        @Bean
        @Primary
        Clock oneMoment() {
            return Clock.fixed(NOW, ZoneId.of("Europe/Copenhagen"));
        }
    }

    /** A new folder for the database and what the banner writes. */
    class OwnFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                TestPropertyValues.of("debitorkonto.data=" + Files.createTempDirectory("debitorkonto-demo"))
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
