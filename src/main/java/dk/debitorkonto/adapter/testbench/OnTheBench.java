package dk.debitorkonto.adapter.testbench;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;

/** Is there only where the test bench is switched on, and never in production. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("!production")
@ConditionalOnBooleanProperty("debitorkonto.testbench")
@interface OnTheBench {}
