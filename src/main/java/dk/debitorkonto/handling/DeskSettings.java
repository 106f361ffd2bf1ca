package dk.debitorkonto.handling;

import dk.debitorkonto.calendar.BankDays;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How handlings are promised.
 *
 * @param bankDaysForPersons as many has a person to look at a request, as far as its sender is told
 */
@Validated
@ConfigurationProperties("debitorkonto.desk")
public record DeskSettings(
        @DefaultValue("5") @Min(0) @Max(250) int bankDaysForPersons) {

    /** The last that is written with four digits for the year. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** The day on which a request that was put off is expected to be carried out. */
    LocalDate expected(LocalDate effectDate, LocalDate today, boolean byPersons) {
        var day = effectDate.isAfter(today) ? effectDate : today;
        var expected = byPersons ? BankDays.after(day, bankDaysForPersons) : day;
        return expected.isBefore(LAST_DAY) ? expected : LAST_DAY;
    }
}
