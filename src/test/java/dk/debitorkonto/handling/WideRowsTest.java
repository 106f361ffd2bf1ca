package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the contract sets no limit to is kept whole. */
class WideRowsTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_transaction_and_a_fingerprint_of_any_length_are_kept(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var longest = "\uD83D\uDE00".repeat(60_000);

            var outcome = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .transaction(longest)
                    .onlyIf(longest)
                    .with(Wishes.of("NEDREGULER_FORDRING", Money.of("100.00")))
                    .outcome();

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.EFFECT_CHANGED);
            assertThat(office.jdbc.queryForObject(
                            "select transaction_id from request where account = ?", String.class, account))
                    .isEqualTo(longest);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_claim_may_have_any_number_of_persons_liable(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            for (var n = 0; n < 300; n++)
                office.jdbc.update(
                        "insert into liability (authority, id, claim, party, from_date) values (?, ?, ?, ?, ?)",
                        Office.AUTHORITY,
                        Ids.next(),
                        claim,
                        "urn:oio:cpr-nr:" + n,
                        DUE);

            var outcome = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(Wishes.of("NEDREGULER_FORDRING", Money.of("100.00")))
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
        }
    }
}
