package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request holds while it decides, and what it sends to the database. */
class LocksTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    /** Statements, a savepoint or a commit: what goes to the database and back. The fewer, the more requests a second. */
    private static final int AT_MOST_ON_POSTGRESQL = 5;

    private static final int AT_MOST_ON_H2 = 14;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_other_takes_an_account_that_is_being_decided_on(TestDatabase database) {
        try (var office = Office.watched(database);
                var other = office.beside()) {
            var account = office.account();
            var beside = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var free = new ArrayList<UUID>();
            office.watched()
                    .before(
                            "insert into request",
                            () -> free.addAll(other.jdbc.queryForList(
                                    "select id from debtor_account where id in (?, ?) for update skip locked",
                                    UUID.class,
                                    account,
                                    beside)));

            var outcome = reduced(office, account, claim);

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(free).containsExactly(beside);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_request_at_once_is_a_few_statements_and_one_commit(TestDatabase database) {
        try (var office = Office.watched(database)) {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.cover(
                    office.payment(account, "700.00", DUE),
                    account,
                    claim,
                    dk.debitorkonto.claim.CostFamily.PRINCIPAL,
                    "600.00");
            office.watched().sent();

            var outcome = reduced(office, account, claim);

            var sent = office.watched().sent();
            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(sent)
                    .as(String.join("\n", sent))
                    .hasSizeLessThanOrEqualTo(database == TestDatabase.H2 ? AT_MOST_ON_H2 : AT_MOST_ON_POSTGRESQL);
            assertThat(sent.stream().filter("commit"::equals)).hasSize(1);
        }
    }

    private static Outcome reduced(Office office, UUID account, UUID claim) {
        return office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                .claims(claim)
                .with(Wishes.of("NEDREGULER_FORDRING", Money.of("700.00")))
                .outcome();
    }
}
