package dk.debitorkonto.handling.type;

import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types that move unused money, use it, or pay it back. */
class UnusedMoneyTest {

    private static @Nullable Money amount(@Nullable String text) {
        return text == null ? null : Money.of(text);
    }

    @Nested
    class Moving_unused_payments {

        private final MoveUnusedPayments type = new MoveUnusedPayments();

        @Test
        void takes_the_oldest_value_date_first() {
            given().to()
                    .unused(payment("new", "50.00", "2026-02-02"), payment("old", "50.00", "2026-02-01"))
                    .when(type, new MoveUnusedPayments.Wish(amount("70.00")))
                    .then("old unused 50.00 on target", "new unused 20.00 on target", "new unused 30.00");
        }

        @Test
        void takes_all_without_an_amount_but_only_of_the_period() {
            given().to()
                    .unused(payment("new", "50.00", "2026-02-02"), payment("old", "50.00", "2026-02-01"))
                    .inPeriod("2026-02-02", "2026-02-28")
                    .when(type, new MoveUnusedPayments.Wish(null))
                    .then("old unused 50.00", "new unused 50.00 on target", "account unused 50.00");
        }

        @Test
        void refuses_nothing_and_too_little() {
            given().to().when(type, new MoveUnusedPayments.Wish(null)).refused("NOTHING_TO_MOVE ACCOUNT");
            given().to()
                    .unused(payment("50.00"))
                    .when(type, new MoveUnusedPayments.Wish(amount("50.01")))
                    .refused("AMOUNT_EXCEEDS amount [50.00]");
        }
    }

    @Nested
    class Refunding {

        private final RefundPayments type = new RefundPayments();

        @Test
        void makes_the_oldest_unused_money_a_refund_due() {
            given(claim().in(ClaimState.IN_RECOVERY))
                    .unused(payment("new", "50.00", "2026-02-02"), payment("old", "50.00", "2026-02-01"))
                    .listingNone()
                    .when(type, new RefundPayments.Wish(amount("70.00")))
                    .then("new unused 30.00", "account unused 30.00")
                    .books("UNUSED→REFUNDS_DUE 50.00", "UNUSED→REFUNDS_DUE 20.00");
        }

        @Test
        void refuses_nothing_and_too_little() {
            given().when(type, new RefundPayments.Wish(null)).refused("NOTHING_TO_MOVE ACCOUNT");
            given().unused(payment("50.00"))
                    .when(type, new RefundPayments.Wish(amount("50.01")))
                    .refused("AMOUNT_EXCEEDS amount [50.00]");
        }
    }

    @Nested
    class Offsetting {

        private final OffsetClaims type = new OffsetClaims();

        private static OffsetClaims.Wish upTo(@Nullable String text) {
            return new OffsetClaims.Wish(amount(text));
        }

        @Test
        void covers_the_claims_due_first_and_leaves_out_what_is_not_open() {
            given().to(
                            claim().principal("100.00").due("2026-03-31"),
                            claim().principal("30.00").due("2026-02-28").in(ClaimState.ON_HOLD),
                            claim().principal("30.00").in(ClaimState.REGISTERED),
                            claim().principal("30.00").in(ClaimState.IN_RECOVERY))
                    .unused(payment("new", "50.00", "2026-02-02"), payment("old", "20.00", "2026-02-01"))
                    .listingNone()
                    .when(type, upTo(null))
                    .then("covered 40.00 | rest 60.00", "rest 0.00", "rest 30.00", "rest 30.00", "account unused 0.00")
                    .remarks(Remark.Kind.PARTLY_COVERED, new UUID(1, 1), 1)
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 2)
                    .books(
                            "UNUSED→UNUSED 20.00",
                            "UNUSED→COVERED 20.00",
                            "UNUSED→UNUSED 10.00",
                            "UNUSED→COVERED 10.00",
                            "UNUSED→UNUSED 40.00",
                            "UNUSED→COVERED 40.00");
        }

        @Test
        void keeps_the_order_of_the_list() {
            given(claim().in(ClaimState.ANNULLED))
                    .to(claim().principal("100.00").due("2026-03-31"), claim().principal("30.00"))
                    .unused(payment("100.00"))
                    .when(type, upTo(null))
                    .then("state ANNULLED", "rest 0.00", "rest 30.00")
                    .remarksNothing();
        }

        @Test
        void covers_no_more_than_the_amount() {
            given().to(claim().principal("100.00").fee("10.00", "2026-02-01"))
                    .unused(payment("100.00"))
                    .listingNone()
                    .when(type, upTo("15.00"))
                    .then("fees covered 10.00 | principal covered 5.00", "payment unused 85.00");
        }

        @Test
        void refuses_an_amount_over_either_side() {
            given().to(claim().principal("100.00"))
                    .unused(payment("50.00"))
                    .listingNone()
                    .when(type, upTo("50.01"))
                    .refused("AMOUNT_EXCEEDS amount [50.00]");
            given().to(claim().principal("40.00"))
                    .unused(payment("50.00"))
                    .listingNone()
                    .when(type, upTo("40.01"))
                    .refused("AMOUNT_EXCEEDS amount [40.00]");
        }

        @Test
        void refuses_nothing_unused_and_nothing_open() {
            given().to(claim().principal("100.00"))
                    .listingNone()
                    .when(type, upTo(null))
                    .refused("NOTHING_TO_MOVE ACCOUNT");
            given().to(claim().principal("100.00").writtenOff("100.00"))
                    .unused(payment("50.00"))
                    .listingNone()
                    .when(type, upTo(null))
                    .refused("NOTHING_TO_MOVE TARGET_ACCOUNT");
        }

        @Test
        void refuses_a_listed_target_in_another_state() {
            given(claim())
                    .to(claim().principal("100.00").in(ClaimState.REGISTERED))
                    .unused(payment("50.00"))
                    .when(type, upTo(null))
                    .refused("STATE_FORBIDS claim 2");
        }
    }
}
