package dk.debitorkonto.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How work that waits is done.
 *
 * @param threads as much of it at the same time on this node
 * @param tries as many before it is parked
 * @param timeLimit a try that takes longer has failed
 */
@Validated
@ConfigurationProperties("debitorkonto.work")
public record WorkSettings(
        @DefaultValue("16") @Min(1) @Max(1_000) int threads,
        @DefaultValue("5") @Min(1) @Max(100) int tries,
        @DefaultValue("5m") Duration timeLimit) {}
