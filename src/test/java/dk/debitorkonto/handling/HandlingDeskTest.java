package dk.debitorkonto.handling;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;
import static dk.debitorkonto.claim.CostFamily.REMINDER_FEE;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the desk promises, on both databases. */
class HandlingDeskTest {

    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private static final LocalDate DUE = LocalDate.of(2026, 5, 1);
        private final TestDatabase database;
        private Office office;

        @SuppressWarnings("NullAway.Init")
        Contract(TestDatabase database) {
            this.database = database;
        }

        @BeforeAll
        void open() {
            office = new Office(database);
        }

        @AfterAll
        void close() {
            office.close();
        }

        private Object wish(String code, Object... values) {
            return Wishes.of(code, values);
        }

        @Test
        void lowers_a_principal_and_gives_back_what_was_paid_beyond_it() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.cover(office.payment(account, "700.00", DUE), account, claim, PRINCIPAL, "600.00");

            var outcome = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("700.00")))
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.figures(claim, PRINCIPAL)).isEqualTo("1000.00-700.00-300.00-0.00");
            assertThat(office.unused(account)).isEqualTo("400.00");
        }

        @Test
        void tells_the_account_and_the_claim_that_change() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.cover(office.payment(account, "700.00", DUE), account, claim, PRINCIPAL, "600.00");

            var outcome = (Outcome.CarriedOut) office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("700.00")))
                    .outcome();

            assertThat(java.util.Objects.requireNonNull(outcome.result()).objects())
                    .extracting(Effect::subject)
                    .containsExactly(claim, account);
        }

        @Test
        void refuses_all_claims_where_one_does_not_fit() {
            var account = office.account();
            var good = office.claim(account, "1000.00", DUE);
            var small = office.claim(account, "10.00", DUE);
            var before = office.books();

            var outcome = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(good, small)
                    .with(wish("NEDREGULER_FORDRING", Money.of("700.00")))
                    .outcome();

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.AMOUNT_EXCEEDS);
            assertThat(office.books()).isEqualTo(before);
        }

        @Test
        void a_repeat_gets_the_stored_receipt_and_has_no_second_effect() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var request = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("100.00")));
            request.send();

            assertThat(request.send()).isInstanceOf(Reply.DecidedBefore.class);
            assertThat(office.figures(claim, PRINCIPAL)).isEqualTo("1000.00-100.00-0.00-0.00");
        }

        @Test
        void other_content_under_the_same_identification_is_refused() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var id = Ids.next();
            office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("100.00")))
                    .send();

            var second = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("200.00")))
                    .send();

            assertThat(second).isInstanceOf(Reply.OtherContent.class);
        }

        @Test
        void sixty_four_copies_at_once_have_one_effect() throws Exception {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var id = Ids.next();
            Callable<Reply> copy = () -> office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("1.00")))
                    .send();

            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                var replies =
                        many.invokeAll(Stream.generate(() -> copy).limit(64).toList());
                for (var reply : replies) assertThat(reply.get()).isNotNull();
            }

            assertThat(office.figures(claim, PRINCIPAL)).isEqualTo("1000.00-1.00-0.00-0.00");
        }

        @Test
        void requests_racing_on_one_account_all_have_their_effect() throws Exception {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            Callable<Reply> one = () -> office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("1.00")))
                    .send();

            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var reply :
                        many.invokeAll(Stream.generate(() -> one).limit(64).toList()))
                    assertThat(reply.get()).isInstanceOf(Reply.Decided.class);
            }

            assertThat(office.figures(claim, PRINCIPAL)).isEqualTo("1000.00-64.00-0.00-0.00");
        }

        @Test
        void a_dry_run_says_what_the_real_run_does_and_stores_nothing() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.charge(claim, REMINDER_FEE, "250.00", DUE.plusDays(20));
            var request =
                    office.wish("ANNULLER_FORDRING", Variant.CLAIMS, account).claims(claim);
            var before = office.books();
            var rows = office.count("request");

            var tried = java.util.Objects.requireNonNull(request.tried().result());
            assertThat(office.books()).isEqualTo(before);
            assertThat(office.count("request")).isEqualTo(rows);

            var done = java.util.Objects.requireNonNull(((Outcome.CarriedOut) request.outcome()).result());
            assertThat(done).isEqualTo(tried);
            assertThat(office.state(claim)).isEqualTo("ANNULLED");
        }

        @Test
        void another_effect_than_the_one_tried_is_not_carried_out() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var request = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("100.00")));
            var tried =
                    java.util.Objects.requireNonNull(request.tried().result()).fingerprint();
            office.charge(claim, REMINDER_FEE, "100.00", DUE.plusDays(20));

            var outcome = request.onlyIf(tried).outcome();

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.EFFECT_CHANGED);
            assertThat(office.figures(claim, PRINCIPAL)).isEqualTo("1000.00-0.00-0.00-0.00");
        }

        @Test
        void an_undo_restores_every_row() {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.charge(claim, REMINDER_FEE, "250.00", DUE.plusDays(20));
            office.cover(office.payment(account, "700.00", DUE), account, claim, PRINCIPAL, "600.00");
            var before = office.books();
            var id = Ids.next();
            office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("700.00")))
                    .send();
            assertThat(office.books()).isNotEqualTo(before);

            var outcome = office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("TILBAGEFOER_HANDLING", id))
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.books()).isEqualTo(before);
        }

        @Test
        void an_undo_takes_coverage_back_across_accounts() {
            var account = office.account();
            var other = office.account();
            var paid = office.claim(account, "1000.00", DUE);
            var open = office.claim(other, "1000.00", DUE);
            office.cover(office.payment(account, "600.00", DUE), account, paid, PRINCIPAL, "600.00");
            var before = office.books();
            var id = Ids.next();
            office.wish("FLYT_DAEKNINGER", Variant.BETWEEN_CLAIMS, account)
                    .identified(id)
                    .to(other)
                    .claims(paid)
                    .targets(open)
                    .with(wish("FLYT_DAEKNINGER", java.util.List.of()))
                    .send();
            assertThat(office.figures(open, PRINCIPAL)).isEqualTo("1000.00-0.00-600.00-0.00");

            office.wish("TILBAGEFOER_HANDLING", Variant.BETWEEN_CLAIMS, account)
                    .to(other)
                    .claims(paid)
                    .targets(open)
                    .with(wish("TILBAGEFOER_HANDLING", id))
                    .send();

            assertThat(office.books()).isEqualTo(before);
        }

        @Test
        void an_undo_is_refused_where_what_was_given_back_has_been_used() {
            var account = office.account();
            var other = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            office.cover(office.payment(account, "600.00", DUE), account, claim, PRINCIPAL, "600.00");
            var id = Ids.next();
            office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(wish("NEDREGULER_FORDRING", Money.of("700.00")))
                    .send();
            var moved = Ids.next();
            office.wish("OMPOSTER_INDBETALINGER", Variant.BETWEEN_ACCOUNTS, account)
                    .identified(moved)
                    .to(other)
                    .with(wish("OMPOSTER_INDBETALINGER", Wishes.ABSENT))
                    .send();

            var outcome = (Outcome.NotCarriedOut) office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(wish("TILBAGEFOER_HANDLING", id))
                    .outcome();

            assertThat(outcome.refusals().getFirst().args()).containsExactly(moved.toString());
        }

        @Test
        void a_mass_handling_over_several_pages_is_one_whole() {
            var account = office.account();
            UUID last = account;
            for (var n = 0; n < 1100; n++) last = office.claim(account, "10.00", DUE.plusDays(n % 7));

            var request = office.wish("RET_FORDRING_TILSTAND", Variant.ONE_ACCOUNT, account)
                    .with(wish("RET_FORDRING_TILSTAND", dk.debitorkonto.claim.ClaimState.ON_HOLD, Wishes.ABSENT));
            var tried = java.util.Objects.requireNonNull(request.tried().result());
            assertThat(tried.count()).isEqualTo(1100);
            assertThat(tried.objects()).isEmpty();
            assertThat(request.outcome()).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.state(last)).isEqualTo("ON_HOLD");

            var undone = office.wish("RET_FORDRING_TILSTAND", Variant.ONE_ACCOUNT, account)
                    .with(wish(
                            "RET_FORDRING_TILSTAND",
                            dk.debitorkonto.claim.ClaimState.ON_HOLD,
                            LocalDate.of(2026, 12, 31)))
                    .onlyIf("another")
                    .outcome();
            assertThat(undone).isInstanceOf(Outcome.NotCarriedOut.class);
            assertThat(office.jdbc.queryForObject(
                            "select count(*) from claim where account = ? and on_hold_to is not null",
                            Long.class,
                            account))
                    .isZero();
        }
    }
}
