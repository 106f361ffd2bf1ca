package dk.debitorkonto.handling;

import dk.debitorkonto.work.Duty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with requests that were put off, when their time has come. */
@Configuration(proxyBeanMethods = false)
class LateDuties {

    @Bean
    Duty carryOutDuty(DeferredDesk desk) {
        return new Duty(Wakeups.CARRY_OUT, desk::carryOut);
    }

    @Bean
    Duty deadlineDuty(DeferredDesk desk) {
        return new Duty(Wakeups.DEADLINE, desk::expire);
    }
}
