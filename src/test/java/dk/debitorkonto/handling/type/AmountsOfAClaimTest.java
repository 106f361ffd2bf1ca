package dk.debitorkonto.handling.type;

import static dk.debitorkonto.claim.CostFamily.LATE_INTEREST;
import static dk.debitorkonto.claim.CostFamily.RECOVERY_INTEREST;
import static dk.debitorkonto.claim.CostFamily.REMINDER_FEE;
import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types that lower, write off and restore what is owed of one claim. */
class AmountsOfAClaimTest {

    @Nested
    class Reducing_principal {

        private final ReducePrincipal type = new ReducePrincipal();

        private static ReducePrincipal.Wish by(String amount) {
            return new ReducePrincipal.Wish(Money.of(amount));
        }

        @Test
        void gives_back_what_was_paid_beyond_the_new_principal() {
            given(claim().principal("1000.00").coveredBy(payment("600.00")))
                    .when(type, by("700.00"))
                    .then("principal 300.00 | covered 300.00 | rest 0.00", "payment unused 300.00")
                    .books("COVERED→UNUSED 300.00", "INCOME→REDUCED 700.00");
        }

        @Test
        void lowers_the_rest_first() {
            given(claim().principal("1000.00").coveredBy(payment("600.00")))
                    .when(type, by("300.00"))
                    .then("principal 700.00 | covered 600.00 | rest 100.00")
                    .books("INCOME→REDUCED 300.00");
        }

        @Test
        void takes_from_the_write_off_before_the_coverage() {
            given(claim().principal("1000.00").coveredBy(payment("600.00")).writtenOff("400.00"))
                    .when(type, by("500.00"))
                    .then("principal 500.00 | covered 500.00 | written off 0.00 | rest 0.00", "payment unused 100.00");
        }

        @Test
        void gives_the_newest_payment_back_first() {
            given(claim().principal("500.00")
                            .coveredBy(payment("old", "200.00", "2026-02-01"))
                            .coveredBy(payment("new", "300.00", "2026-02-20")))
                    .when(type, by("350.00"))
                    .then("principal 150.00 | covered 150.00", "new unused 300.00", "old unused 50.00");
        }

        @Test
        void is_no_matter_of_a_rest() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .when(type, by("100.00"))
                    .then("principal 0.00 | covered 0.00 | rest 0.00", "payment unused 100.00");
        }

        @Test
        void leaves_interest_and_fees_alone() {
            given(claim().principal("100.00").fee("50.00", "2026-02-10"))
                    .when(type, by("100.00"))
                    .then("principal 0.00 | fees 50.00 | rest 50.00");
        }

        @Test
        void refuses_more_than_is_left_of_the_principal() {
            given(claim().principal("1000.00"), claim().principal("100.00"))
                    .when(type, by("100.01"))
                    .refused("AMOUNT_EXCEEDS claim 2 [100.00]");
        }

        @Test
        void refuses_a_claim_in_recovery_with_its_own_code() {
            given(claim().principal("100.00").in(ClaimState.IN_RECOVERY))
                    .when(type, by("1.00"))
                    .refused("UNDER_RECOVERY claim 1");
        }
    }

    @Nested
    class Reducing_interest_and_fees {

        private final ReduceInterestAndFees type = new ReduceInterestAndFees();

        private static ReduceInterestAndFees.Wish of(CostFamily... families) {
            return new ReduceInterestAndFees.Wish(List.of(families));
        }

        @Test
        void lowers_only_what_is_uncovered_of_the_chosen_families() {
            given(claim().principal("100.00")
                            .fee("100.00", "2026-02-10")
                            .coveredBy(payment("40.00"))
                            .interest("7.00", "2026-02-01"))
                    .when(type, of(REMINDER_FEE))
                    .then("fees 40.00 | late interest 7.00 | covered 40.00 | rest 107.00")
                    .books("INCOME→REDUCED 60.00");
        }

        @Test
        void lowers_the_rest_of_each_charge_the_oldest_being_covered_first() {
            given(claim().fee("100.00", "2026-02-01").fee("80.00", "2026-02-15").coveredBy(payment("30.00")))
                    .when(type, of(REMINDER_FEE))
                    .then("charges [2026-02-01 30.00, 2026-02-15 0.00] | rest 0.00")
                    .books("INCOME→REDUCED 70.00", "INCOME→REDUCED 80.00");
        }

        @Test
        void stays_inside_the_period_by_accrual_date() {
            given(claim().fee("100.00", "2026-02-01").fee("80.00", "2026-02-15"))
                    .inPeriod("2026-02-02", "2026-02-28")
                    .when(type, of(REMINDER_FEE))
                    .then("charges [2026-02-01 100.00, 2026-02-15 0.00] | rest 100.00");
        }

        @Test
        void refuses_a_claim_with_nothing_uncovered_of_the_families() {
            given(claim().principal("100.00").interest("7.00", "2026-02-01"))
                    .when(type, of(REMINDER_FEE, RECOVERY_INTEREST))
                    .refused("ALREADY_COVERED claim 1");
        }

        @Test
        void refuses_a_claim_with_no_charge_in_the_period() {
            given(claim().fee("100.00", "2026-02-01"))
                    .inPeriod("2026-02-02", "2026-02-28")
                    .when(type, of(REMINDER_FEE))
                    .refused("NO_CHARGE_IN_PERIOD claim 1");
        }

        @Test
        void leaves_such_claims_out_of_an_account() {
            given(claim().principal("100.00"), claim().fee("100.00", "2026-02-01"))
                    .listingNone()
                    .when(type, of(REMINDER_FEE))
                    .then("principal 100.00", "fees 0.00")
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 1);
        }

        @Test
        void refuses_the_same_family_twice() {
            given(claim().fee("100.00", "2026-02-01"))
                    .when(type, of(REMINDER_FEE, LATE_INTEREST, REMINDER_FEE))
                    .refused("PARAMETER_INVALID families");
        }
    }

    @Nested
    class Writing_off {

        private final WriteOffClaims type = new WriteOffClaims();

        private static WriteOffClaims.Wish upTo(@Nullable String amount) {
            return new WriteOffClaims.Wish(amount == null ? null : Money.of(amount));
        }

        @Test
        void writes_the_whole_rest_off_without_an_amount() {
            given(claim().principal("1000.00").fee("100.00", "2026-02-10").coveredBy(payment("600.00")))
                    .when(type, upTo(null))
                    .then("principal 1000.00 | covered 600.00 | written off 500.00 | rest 0.00");
        }

        @Test
        void goes_from_fees_over_interest_to_principal() {
            given(claim().principal("1000.00")
                            .charge(RECOVERY_INTEREST, "20.00", "2026-02-10")
                            .interest("30.00", "2026-02-10")
                            .fee("100.00", "2026-02-10"))
                    .when(type, upTo("160.00"))
                    .books(
                            "WRITE_OFF_COST→WRITTEN_OFF 100.00",
                            "WRITE_OFF_COST→WRITTEN_OFF 30.00",
                            "WRITE_OFF_COST→WRITTEN_OFF 20.00",
                            "WRITE_OFF_COST→WRITTEN_OFF 10.00");
        }

        @Test
        void takes_the_amount_of_each_claim_or_what_there_is() {
            given(claim().principal("100.00"), claim().principal("30.00"))
                    .when(type, upTo("50.00"))
                    .then("rest 50.00", "rest 0.00");
        }

        @Test
        void refuses_a_settled_claim() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .when(type, upTo(null))
                    .refused("ALREADY_COVERED claim 1");
        }
    }

    @Nested
    class Cancelling_write_offs {

        private final CancelWriteOffs type = new CancelWriteOffs();

        @Test
        void makes_all_that_was_written_off_owed_again() {
            given(claim().principal("100.00").fee("50.00", "2026-02-10").writtenOff("80.00"))
                    .when(type, new NoWish())
                    .then("written off 0.00 | rest 150.00")
                    .books("WRITTEN_OFF→WRITE_OFF_COST 30.00", "WRITTEN_OFF→WRITE_OFF_COST 50.00");
        }

        @Test
        void refuses_a_claim_with_nothing_written_off() {
            given(claim().principal("100.00")).when(type, new NoWish()).refused("NOTHING_WRITTEN_OFF claim 1");
        }
    }

    @Nested
    class Annulling {

        private final AnnulClaims type = new AnnulClaims();

        @Test
        void lowers_everything_to_nothing_and_frees_the_coverage() {
            given(claim().principal("1000.00")
                            .fee("100.00", "2026-02-10")
                            .interest("10.00", "2026-02-10")
                            .coveredBy(payment("150.00"))
                            .writtenOff("60.00"))
                    .when(type, new NoWish())
                    .then(
                            "principal 0.00 | late interest 0.00 | fees 0.00 | covered 0.00 | written off 0.00 | state"
                                    + " ANNULLED",
                            "payment unused 150.00",
                            "account unused 150.00")
                    .asksPersons(1);
        }

        @Test
        void takes_the_families_in_the_reverse_of_the_coverage_order() {
            given(claim().principal("20.00").fee("10.00", "2026-02-10").coveredBy(payment("15.00")))
                    .when(type, new NoWish())
                    .books(
                            "COVERED→UNUSED 5.00",
                            "INCOME→REDUCED 20.00",
                            "COVERED→UNUSED 10.00",
                            "INCOME→REDUCED 10.00");
        }

        @Test
        void asks_nobody_where_nothing_is_covered() {
            given(claim().principal("1000.00").writtenOff("60.00"), claim().in(ClaimState.REGISTERED))
                    .when(type, new NoWish())
                    .then("principal 0.00 | state ANNULLED", "state ANNULLED")
                    .asksPersons(0);
        }

        @Test
        void refuses_a_claim_in_recovery_and_an_annulled_one() {
            given(claim().in(ClaimState.IN_RECOVERY), claim().in(ClaimState.ANNULLED))
                    .when(type, new NoWish())
                    .refused("UNDER_RECOVERY claim 1", "STATE_FORBIDS claim 2");
        }
    }
}
