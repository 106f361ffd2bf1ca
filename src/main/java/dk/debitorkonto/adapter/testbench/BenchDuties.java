package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.work.Duty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the simulated parties do when its time has come. */
@Configuration(proxyBeanMethods = false)
@OnTheBench
class BenchDuties {

    @Bean
    Duty promisedAnswerDuty(PromisedAnswers answers) {
        return new Duty(PromisedAnswers.DUTY, answers::send);
    }
}
