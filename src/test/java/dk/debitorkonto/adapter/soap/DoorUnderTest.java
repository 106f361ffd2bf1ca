package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.handling.AnswerReply;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts the door alone, on a free port, with a desk that answers what the test says. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DoorUnderTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "debitorkonto.database.url=jdbc:h2:mem:door;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
            "debitorkonto.soap.max-calls=80"
        })
public @interface DoorUnderTest {

    /** When everything in these tests is decided. */
    Instant NOW = Instant.parse("2026-03-02T08:15:01.250Z");

    /** A desk that says what it is told to. */
    class Desk implements Function<Submission, Reply> {
        private volatile Function<Submission, Reply> answer = submission -> new Reply.NoRoute();
        private volatile @Nullable Submission last;

        public void answers(Function<Submission, Reply> answer) {
            this.answer = answer;
            last = null;
        }

        public @Nullable Submission last() {
            return last;
        }

        @Override
        public Reply apply(Submission submission) {
            last = submission;
            return answer.apply(submission);
        }
    }

    /** Keeps the rows of the log of calls. */
    class Log implements Consumer<CallRow> {
        private final List<CallRow> rows = new CopyOnWriteArrayList<>();

        @Override
        public void accept(CallRow row) {
            rows.add(row);
        }

        public CallRow last() {
            return rows.getLast();
        }

        public int size() {
            return rows.size();
        }
    }

    /** Says of answers what it is told to. */
    class Answers implements Function<PeerAnswer, AnswerReply> {
        private volatile Function<PeerAnswer, AnswerReply> reply = answer -> new AnswerReply.NoAgreement();

        public void says(Function<PeerAnswer, AnswerReply> says) {
            reply = says;
        }

        @Override
        public AnswerReply apply(PeerAnswer answer) {
            return reply.apply(answer);
        }
    }

    /** Of these tests alone: not a @Configuration, which a whole application would find. */
    @EnableAutoConfiguration
    @Import(SoapConfiguration.class)
    class Server {
        @Bean
        Desk desk() {
            return new Desk();
        }

        @Bean
        Log callLog() {
            return new Log();
        }

        @Bean
        Answers answers() {
            return new Answers();
        }

        @Bean
        HandlingDesk.Instance instance() {
            return new HandlingDesk.Instance(new UUID(9, 9));
        }

        @Bean
        Catalogue catalogue() {
            return StubTypes.catalogue();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
