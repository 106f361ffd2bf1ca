package dk.debitorkonto.handling.type;

import static dk.debitorkonto.claim.CostFamily.LATE_INTEREST;
import static dk.debitorkonto.claim.CostFamily.REMINDER_FEE;
import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.money.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types that move coverage, interest and fees between claims. */
class BetweenClaimsTest {

    @Nested
    class Moving_coverage {

        private final MoveCoverage type = new MoveCoverage();

        private static final MoveCoverage.Wish ALL = new MoveCoverage.Wish(List.of());

        private static MoveCoverage.Row row(int from, int to, String amount) {
            return new MoveCoverage.Row(new UUID(1, from), new UUID(1, to), Money.of(amount));
        }

        @Test
        void fills_the_targets_in_the_order_of_the_list() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("60.00"), claim().principal("70.00"), claim().principal("5.00"))
                    .when(type, ALL)
                    .then("covered 0.00 | rest 100.00", "rest 0.00", "covered 40.00 | rest 30.00", "rest 5.00")
                    .remarks(Remark.Kind.PARTLY_COVERED, new UUID(1, 3), 2);
        }

        @Test
        void shows_the_payment_on_its_way_between_accounts() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("100.00"))
                    .when(type, ALL)
                    .books("COVERED→UNUSED 100.00", "UNUSED→UNUSED 100.00", "UNUSED→COVERED 100.00")
                    .remarksNothing();
        }

        @Test
        void gives_principal_first_and_the_newest_payment_and_fills_fees_first() {
            given(claim().fee("10.00", "2026-02-01")
                            .principal("100.00")
                            .coveredBy(payment("old", "60.00", "2026-02-01"))
                            .coveredBy(payment("new", "50.00", "2026-02-10")))
                    .to(claim().principal("100.00").fee("30.00", "2026-02-01"))
                    .when(type, new MoveCoverage.Wish(List.of(row(1, 2, "55.00"))))
                    .then(
                            "fees covered 10.00 | principal covered 45.00",
                            "fees covered 30.00 | principal covered 25.00")
                    .books(
                            "COVERED→UNUSED 50.00",
                            "UNUSED→UNUSED 50.00",
                            "UNUSED→COVERED 30.00",
                            "UNUSED→COVERED 20.00",
                            "COVERED→UNUSED 5.00",
                            "UNUSED→UNUSED 5.00",
                            "UNUSED→COVERED 5.00");
        }

        @Test
        void refuses_what_does_not_fit() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("60.00"), claim().principal("39.99"))
                    .when(type, ALL)
                    .refused("COVERAGE_EXCEEDS claim 3 [100.00, 99.99]");
        }

        @Test
        void takes_rows_one_after_the_other() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("60.00"), claim().principal("70.00"))
                    .when(type, new MoveCoverage.Wish(List.of(row(1, 3, "70.00"), row(1, 2, "30.00"))))
                    .then("covered 0.00", "covered 30.00 | rest 30.00", "rest 0.00");
        }

        @Test
        void refuses_a_row_over_what_the_earlier_ones_left() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("60.00"), claim().principal("70.00"))
                    .when(type, new MoveCoverage.Wish(List.of(row(1, 3, "70.00"), row(1, 2, "30.01"))))
                    .refused("AMOUNT_EXCEEDS amount [30.00]");
        }

        @Test
        void refuses_a_row_about_claims_in_neither_list() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .to(claim().principal("60.00"))
                    .when(type, new MoveCoverage.Wish(List.of(row(2, 1, "1.00"))))
                    .refused("PARAMETER_DOES_NOT_FIT from", "PARAMETER_DOES_NOT_FIT to");
        }

        @Test
        void moves_to_the_corresponding_claims_between_accounts() {
            given(
                            claim().principal("100.00").coveredBy(payment("old", "30.00", "2026-02-01")),
                            claim().principal("100.00").forPeriodFrom("2026-02-01"),
                            claim().principal("100.00")
                                    .forPeriodFrom("2026-03-01")
                                    .coveredBy(payment("new", "40.00", "2026-02-02")))
                    .to(claim().principal("40.00").forPeriodFrom("2026-03-01"), claim().principal("50.00"))
                    .listingNone()
                    .when(type, ALL)
                    .then("rest 100.00", "rest 100.00", "rest 100.00", "rest 0.00", "covered 30.00 | rest 20.00")
                    .remarks(Remark.Kind.PARTLY_COVERED, new UUID(1, 5), 1)
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 1);
        }

        @Test
        void refuses_none_and_several_corresponding_claims() {
            given(
                            claim().principal("100.00").coveredBy(payment("old", "30.00", "2026-02-01")),
                            claim().principal("100.00").ofType("SFO").coveredBy(payment("new", "30.00", "2026-02-01")))
                    .to(claim().principal("100.00"), claim().principal("100.00"))
                    .listingNone()
                    .when(type, ALL)
                    .refused("NO_CORRESPONDING_CLAIM claim 1 [2]", "NO_CORRESPONDING_CLAIM claim 2 [0]");
        }

        @Test
        void refuses_a_corresponding_claim_that_it_does_not_apply_to() {
            given(claim().principal("100.00").coveredBy(payment("30.00")))
                    .to(claim().principal("100.00").in(ClaimState.IN_RECOVERY))
                    .listingNone()
                    .when(type, ALL)
                    .refused("UNDER_RECOVERY claim 2");
        }

        @Test
        void takes_no_rows_between_accounts() {
            given(claim().principal("100.00").coveredBy(payment("30.00")))
                    .to(claim().principal("100.00"))
                    .listingNone()
                    .when(type, new MoveCoverage.Wish(List.of(row(1, 2, "1.00"))))
                    .refused("PARAMETER_NOT_TAKEN rows");
        }

        @Test
        void refuses_a_source_without_coverage_and_a_target_without_a_rest() {
            given(claim().principal("100.00"))
                    .to(claim().principal("100.00"))
                    .when(type, ALL)
                    .refused("NOTHING_COVERED claim 1");
            given(claim().principal("100.00").coveredBy(payment("30.00")))
                    .to(claim().principal("100.00").writtenOff("100.00"))
                    .when(type, ALL)
                    .refused("ALREADY_COVERED claim 2");
        }
    }

    @Nested
    class Moving_interest_and_fees {

        private final MoveInterestAndFees type = new MoveInterestAndFees();

        private static MoveInterestAndFees.Wish of(CostFamily... families) {
            return new MoveInterestAndFees.Wish(List.of(families));
        }

        @Test
        void keeps_the_family_and_the_accrual_date() {
            given(claim().principal("100.00").fee("100.00", "2026-02-10").coveredBy(payment("40.00")))
                    .to(claim().principal("100.00"))
                    .when(type, of(REMINDER_FEE))
                    .then("fees 40.00 | rest 100.00", "fees 60.00 | charges [2026-02-10 60.00] | rest 160.00")
                    .books("INCOME→REDUCED 60.00", "CHARGED→INCOME 60.00");
        }

        @Test
        void moves_the_charges_accrued_in_the_period_alone() {
            given(claim().interest("5.00", "2026-02-01").interest("6.00", "2026-03-01"))
                    .to(claim())
                    .inPeriod("2026-03-01", "2026-03-31")
                    .when(type, of(LATE_INTEREST))
                    .then("late interest 5.00", "late interest 6.00");
        }

        @Test
        void leaves_a_claim_without_such_charges_out_between_accounts() {
            given(claim().fee("5.00", "2026-02-01"), claim().interest("5.00", "2026-02-01"))
                    .to(claim())
                    .listingNone()
                    .when(type, of(REMINDER_FEE))
                    .then("fees 0.00", "late interest 5.00", "fees 5.00")
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 1);
        }

        @Test
        void refuses_it_in_a_list() {
            given(claim().interest("5.00", "2026-02-01"))
                    .to(claim())
                    .when(type, of(REMINDER_FEE))
                    .refused("ALREADY_COVERED claim 1");
        }

        @Test
        void finds_nothing_where_all_are_left_out() {
            given(claim().interest("5.00", "2026-02-01"))
                    .to(claim())
                    .listingNone()
                    .when(type, of(REMINDER_FEE))
                    .refused("NOTHING_TO_MOVE ACCOUNT");
        }

        @Test
        void refuses_claims_that_do_not_correspond() {
            given(claim().fee("5.00", "2026-02-01"))
                    .to(claim().forPeriodFrom("2026-02-01"))
                    .when(type, of(REMINDER_FEE))
                    .refused("NO_CORRESPONDING_CLAIM claim 1 [0]");
        }
    }
}
