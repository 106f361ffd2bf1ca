package dk.debitorkonto.handling.type;

import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types about reminders: HUSLEJE allows three fees of at most 100.00, ten days apart; SFO fees of at most 250.00. */
class RemindersTest {

    @Nested
    class Adding_a_fee {

        private final AddReminderFee type = new AddReminderFee();

        private static AddReminderFee.Wish of(String amount) {
            return new AddReminderFee.Wish(Money.of(amount));
        }

        @Test
        void accrues_it_on_the_effect_date_and_notes_the_reminder() {
            given(claim().principal("500.00"))
                    .when(type, of("100.00"))
                    .then("fees 100.00 | rest 600.00 | charges [2026-03-01 100.00] | notices [REMINDER 2026-03-01]")
                    .books("CHARGED→INCOME 100.00");
        }

        @Test
        void allows_the_types_cap_and_no_more() {
            given(claim().principal("500.00").ofType("SFO"))
                    .when(type, of("250.00"))
                    .then("fees 250.00");
            given(claim().principal("500.00").ofType("SFO"))
                    .when(type, of("250.01"))
                    .refused("FEE_OVER_CAP claim 1 [250.00]");
            given(claim().principal("500.00")).when(type, of("100.01")).refused("FEE_OVER_CAP claim 1 [100.00]");
        }

        @Test
        void refuses_before_the_day_after_the_last_to_pay() {
            given(claim().principal("500.00").due("2026-03-01"))
                    .when(type, of("100.00"))
                    .refused("NOT_OVERDUE claim 1");
            given(claim().principal("500.00").due("2026-02-28"))
                    .when(type, of("100.00"))
                    .then("fees 100.00");
        }

        @Test
        void refuses_in_respite_and_on_hold() {
            given(
                            claim().principal("500.00").respite("2026-02-01", "2026-03-01"),
                            claim().principal("500.00").onHoldTo("2026-03-01"),
                            claim().principal("500.00").onHoldTo("2026-02-28"))
                    .when(type, of("100.00"))
                    .refused("IN_RESPITE claim 1", "ON_HOLD claim 2");
        }

        @Test
        void refuses_a_fourth_of_a_civil_claim() {
            given(claim().principal("500.00")
                            .fee("10.00", "2026-01-01")
                            .fee("10.00", "2026-01-15")
                            .fee("10.00", "2026-02-01"))
                    .when(type, of("100.00"))
                    .refused("FEES_USED_UP claim 1");
        }

        @Test
        void counts_no_fee_reduced_to_nothing() {
            given(claim().principal("500.00")
                            .fee("10.00", "2026-01-01")
                            .fee("10.00", "2026-01-15")
                            .fee("10.00", "2026-02-25")
                            .reducedToNothing())
                    .when(type, of("100.00"))
                    .then("fees 120.00");
        }

        @Test
        void keeps_the_days_apart_both_ways() {
            given(claim().principal("500.00").fee("10.00", "2026-02-20"))
                    .when(type, of("100.00"))
                    .refused("FEE_TOO_SOON claim 1");
            given(claim().principal("500.00").fee("10.00", "2026-03-10"))
                    .when(type, of("100.00"))
                    .refused("FEE_TOO_SOON claim 1");
            given(claim().principal("500.00").fee("10.00", "2026-02-19").fee("10.00", "2026-03-11"))
                    .when(type, of("100.00"))
                    .then("fees 120.00");
        }

        @Test
        void is_free_of_number_and_days_with_distraint() {
            given(claim().ofType("SFO")
                            .principal("500.00")
                            .fee("10.00", "2026-02-26")
                            .fee("10.00", "2026-02-27")
                            .fee("10.00", "2026-02-28"))
                    .when(type, of("250.00"))
                    .then("fees 280.00");
        }

        @Test
        void tells_the_rules_of_the_row_before_the_cap() {
            given(claim().principal("500.00").onHoldTo("2026-03-01"))
                    .when(type, of("100.01"))
                    .refused("ON_HOLD claim 1");
        }

        @Test
        void refuses_a_settled_claim() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .when(type, of("100.00"))
                    .refused("ALREADY_COVERED claim 1");
        }
    }

    @Nested
    class Stopping {

        private final StopReminders type = new StopReminders();

        @Test
        void stops_the_listed_claims_to_the_last_day() {
            given(claim(), claim().unlisted())
                    .when(type, new StopReminders.Wish(LocalDate.of(2026, 6, 30)))
                    .then(
                            "reminders stopped to 2026-06-30",
                            "reminders stopped to null",
                            "account reminders stopped to null");
        }

        @Test
        void stops_the_account_until_further_notice_without_one() {
            given(claim().in(ClaimState.IN_RECOVERY))
                    .listingNone()
                    .when(type, new StopReminders.Wish(null))
                    .then("reminders stopped to null", "account reminders stopped to 9999-12-31")
                    .remarksNothing();
        }

        @Test
        void refuses_a_listed_claim_in_recovery() {
            given(claim().in(ClaimState.IN_RECOVERY))
                    .when(type, new StopReminders.Wish(null))
                    .refused("UNDER_RECOVERY claim 1");
        }
    }
}
