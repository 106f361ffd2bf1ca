package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.inquiry.Balance;
import dk.debitorkonto.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** How values are written and read in REST, strictly: what isn't one is refused, not guessed at. */
@Configuration(proxyBeanMethods = false)
class RestWiring implements WebMvcConfigurer {

    /** Years that both databases can compare with. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;

    /** Amounts are strings with two decimals, and described so. */
    @Bean
    JacksonModule moneyAsText() {
        SpringDocUtils.getConfig().replaceWithClass(Money.class, String.class);
        SpringDocUtils.getConfig().replaceWithClass(Balance.class, String.class);
        return new SimpleModule("money")
                .addSerializer(Money.class, ToStringSerializer.instance)
                .addSerializer(Balance.class, ToStringSerializer.instance);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new ToDate());
        registry.addConverter(new ToInstant());
    }

    private static final class ToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return inRange(LocalDate.parse(text));
        }
    }

    private static final class ToInstant implements Converter<String, Instant> {
        @Override
        public Instant convert(String text) {
            var instant = Instant.parse(text);
            inRange(LocalDate.ofInstant(instant, ZoneOffset.UTC));
            return instant;
        }
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)
            throw new IllegalArgumentException("not a year that can be asked for: " + Year.from(date));
        return date;
    }
}
