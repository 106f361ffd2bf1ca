package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.adapter.soap.jdbc.CallLog;
import dk.debitorkonto.adapter.soap.route.Forwarder;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import dk.debitorkonto.outbox.Outbox;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** Binds the door to the desk and the database behind it. */
@Configuration(proxyBeanMethods = false)
class SoapWiring {

    private static final Logger LOG = LoggerFactory.getLogger(SoapWiring.class);

    @Bean
    Function<Submission, Reply> submissions(HandlingDesk desk, Forwarder forwarder, Outbox outbox) {
        return submission -> {
            var decided = desk.submit(submission);
            // No transaction is open here, and none is while others are asked.
            var reply = decided instanceof Reply.PassOn on ? forwarder.pass(submission, on) : decided;
            if (mayPromise(reply)) Call.current().whenAnswered(() -> told(submission, outbox));
            return reply;
        };
    }

    /** A receipt that puts off, or a repeat, which may be of one. */
    private static boolean mayPromise(Reply reply) {
        return reply instanceof Reply.DecidedBefore
                || reply instanceof Reply.PassedOn passedOn && passedOn.promises()
                || reply instanceof Reply.Decided decided && decided.outcome() instanceof Outcome.Deferred;
    }

    /** From now on the answer may be sent. Where that can't be kept, it is sent a minute after it was made. */
    private static void told(Submission submission, Outbox outbox) {
        var identification = submission.request().identification();
        try {
            outbox.told(submission.sender().cvr(), submission.sender().instance(), identification);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("it couldn't be kept that the receipt of {} was written", identification, e);
        }
    }

    /** Closed after the gate is, as the web server stops before beans are destroyed. */
    @Bean(initMethod = "start")
    CallLog callLog(JdbcTemplate jdbc) {
        return new CallLog(jdbc);
    }
}
