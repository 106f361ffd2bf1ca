package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts from an earlier day is decided today. */
class BackdatedTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_fee_during_a_respite_that_was_given_since(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.account();
            var claim = office.claim(account, "1000.00", LocalDate.of(2026, 5, 1));
            office.jdbc.update(
                    "insert into respite (authority, id, claim, from_date, to_date) values (?, ?, ?, ?, ?)",
                    Office.AUTHORITY,
                    Ids.next(),
                    claim,
                    Office.TODAY.minusDays(1),
                    Office.TODAY.plusDays(9));

            var outcome = office.wish("OPRET_RYKKERGEBYR", Variant.CLAIMS, account)
                    .on(Office.TODAY.minusDays(20))
                    .with(Wishes.of("OPRET_RYKKERGEBYR", Money.of("100.00")))
                    .claims(claim)
                    .outcome();

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.IN_RESPITE);
        }
    }
}
