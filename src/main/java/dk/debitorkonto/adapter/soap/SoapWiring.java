package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.adapter.soap.jdbc.CallLog;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Binds the door to the desk and the database behind it. */
@Configuration(proxyBeanMethods = false)
class SoapWiring {

    @Bean
    Function<Submission, Reply> submissions(HandlingDesk desk) {
        return desk::submit;
    }

    /** Closed after the gate is, as the web server stops before beans are destroyed. */
    @Bean(initMethod = "start")
    CallLog callLog(JdbcTemplate jdbc) {
        return new CallLog(jdbc);
    }
}
