package dk.debitorkonto.handling.type;

import static dk.debitorkonto.claim.ClaimState.ANNULLED;
import static dk.debitorkonto.claim.ClaimState.IN_COLLECTION;
import static dk.debitorkonto.claim.ClaimState.IN_RECOVERY;
import static dk.debitorkonto.claim.ClaimState.ON_HOLD;
import static dk.debitorkonto.claim.ClaimState.REGISTERED;
import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Success;
import dk.debitorkonto.handling.Trial;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types that turn a claim's state, and those about respite. */
class ClaimLifeTest {

    @Nested
    class Turning_the_state {

        private final TurnClaimState type = new TurnClaimState();

        private static TurnClaimState.Wish to(ClaimState state, @Nullable String lastDay) {
            return new TurnClaimState.Wish(state, lastDay == null ? null : LocalDate.parse(lastDay));
        }

        @Test
        void holds_a_claim_to_a_last_day_or_until_further_notice() {
            given(claim()).when(type, to(ON_HOLD, "2026-03-01")).then("state ON_HOLD 2026-03-01");
            given(claim()).when(type, to(ON_HOLD, null)).then("state ON_HOLD");
        }

        @Test
        void sets_a_new_last_day_of_a_hold() {
            given(claim().onHoldTo("2026-03-31"))
                    .when(type, to(ON_HOLD, "2026-05-01"))
                    .then("state ON_HOLD 2026-05-01");
        }

        @Test
        void collects_a_registered_claim_and_one_on_hold() {
            given(claim().in(REGISTERED), claim().onHoldTo("2026-03-01"))
                    .when(type, to(IN_COLLECTION, null))
                    .then("state IN_COLLECTION", "state IN_COLLECTION");
        }

        @Test
        void takes_a_hold_that_has_run_out_as_in_collection() {
            given(claim().onHoldTo("2026-02-28"))
                    .when(type, to(IN_COLLECTION, null))
                    .refused("STATE_FORBIDS claim 1");
        }

        @Test
        void refuses_where_no_arrow_leads() {
            given(claim(), claim().in(IN_RECOVERY), claim().in(ANNULLED), claim().in(REGISTERED))
                    .when(type, to(IN_COLLECTION, null))
                    .refused("STATE_FORBIDS claim 1", "STATE_FORBIDS claim 2", "STATE_FORBIDS claim 3");
            given(claim().in(REGISTERED)).when(type, to(ON_HOLD, null)).refused("STATE_FORBIDS claim 1");
        }

        @Test
        void leaves_those_out_of_an_account() {
            given(claim(), claim().in(IN_RECOVERY))
                    .listingNone()
                    .when(type, to(ON_HOLD, null))
                    .then("state ON_HOLD", "state IN_RECOVERY")
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 1);
        }

        @Test
        void refuses_a_last_day_before_the_effect_date_or_of_no_hold() {
            given(claim()).when(type, to(ON_HOLD, "2026-02-28")).refused("PARAMETER_DOES_NOT_FIT lastDay");
            given(claim().in(ON_HOLD))
                    .when(type, to(IN_COLLECTION, "2026-04-01"))
                    .refused("PARAMETER_DOES_NOT_FIT lastDay");
        }
    }

    @Nested
    class Sending_to_recovery {

        private final SendToRecovery type = new SendToRecovery();

        @Test
        void takes_an_overdue_claim_with_a_fee_or_a_reminder() {
            given(
                            claim().principal("100.00").fee("50.00", "2026-02-10"),
                            claim().principal("100.00").reminded("2026-02-10"))
                    .when(type, new NoWish())
                    .then("state IN_RECOVERY | rest 150.00", "state IN_RECOVERY");
        }

        @Test
        void refuses_a_claim_whose_only_fee_is_reduced_to_nothing() {
            given(claim().principal("100.00").fee("50.00", "2026-02-10").reducedToNothing())
                    .when(type, new NoWish())
                    .refused("NOT_REMINDED claim 1");
        }

        @Test
        void refuses_one_payable_on_the_effect_date_still() {
            given(claim().principal("100.00").due("2026-03-01").reminded("2026-02-10"))
                    .when(type, new NoWish())
                    .refused("NOT_OVERDUE claim 1");
        }

        @Test
        void refuses_one_in_respite_one_settled_and_one_on_hold() {
            given(
                            claim().principal("100.00").reminded("2026-02-10").respite("2026-03-01", "2026-03-31"),
                            claim().principal("100.00").coveredBy(payment("100.00")),
                            claim().principal("100.00").reminded("2026-02-10").in(ON_HOLD))
                    .when(type, new NoWish())
                    .refused("ALREADY_COVERED claim 2", "STATE_FORBIDS claim 3", "IN_RESPITE claim 1");
        }
    }

    @Nested
    class Recalling {

        private final RecallFromRecovery type = new RecallFromRecovery();

        @Test
        void puts_the_claim_in_collection_again() {
            given(claim().principal("100.00").in(IN_RECOVERY))
                    .when(type, new RecallFromRecovery.Wish(RecallFromRecovery.Code.KLAG))
                    .then("state IN_COLLECTION | rest 100.00")
                    .books();
        }

        @Test
        void annuls_an_uncovered_claim_that_was_wrong() {
            given(
                            claim().principal("100.00")
                                    .fee("50.00", "2026-02-10")
                                    .in(IN_RECOVERY),
                            claim().principal("100.00")
                                    .coveredBy(payment("1.00"))
                                    .in(IN_RECOVERY))
                    .when(type, new RecallFromRecovery.Wish(RecallFromRecovery.Code.FEJL))
                    .then("state ANNULLED | principal 0.00 | fees 0.00", "state IN_COLLECTION | rest 99.00")
                    .asksPersons(0);
        }

        @Test
        void refuses_other_states() {
            given(claim())
                    .when(type, new RecallFromRecovery.Wish(RecallFromRecovery.Code.BORT))
                    .refused("STATE_FORBIDS claim 1");
        }

        @Test
        void tells_a_result_only_where_it_may_annul() {
            assertThat(success(RecallFromRecovery.Code.BORT)).isEqualTo(Success.RESULT);
            assertThat(success(RecallFromRecovery.Code.FEJL)).isEqualTo(Success.RESULT);
            assertThat(success(RecallFromRecovery.Code.BORD)).isEqualTo(Success.PLAIN);
            assertThat(success(RecallFromRecovery.Code.HENS)).isEqualTo(Success.PLAIN);
            assertThat(success(RecallFromRecovery.Code.KLAG)).isEqualTo(Success.PLAIN);
        }

        private Success success(RecallFromRecovery.Code code) {
            HandlingDefinition definition = Objects.requireNonNull(Trial.DEFINITIONS.get(type.code()));
            return type.success(new RecallFromRecovery.Wish(code), definition);
        }
    }

    @Nested
    class Granting_respite {

        private final GrantRespite type = new GrantRespite();

        private static GrantRespite.Wish respite(String from, String to) {
            return new GrantRespite.Wish(LocalDate.parse(from), LocalDate.parse(to));
        }

        @Test
        void grants_it_beside_another() {
            given(claim().principal("100.00").respite("2026-02-01", "2026-02-28"))
                    .when(type, respite("2026-03-01", "2026-03-31"))
                    .then("respites [2026-02-01 2026-02-28, 2026-03-01 2026-03-31]");
        }

        @Test
        void refuses_one_that_overlaps() {
            given(claim().principal("100.00").respite("2026-02-01", "2026-03-01"))
                    .when(type, respite("2026-03-01", "2026-03-31"))
                    .refused("RESPITE_OVERLAPS claim 1");
        }

        @Test
        void refuses_a_period_that_ends_before_it_starts() {
            given(claim().principal("100.00"))
                    .when(type, respite("2026-03-02", "2026-03-01"))
                    .refused("PERIOD_BACKWARDS to");
        }
    }

    @Nested
    class Ending_respite {

        private final EndRespite type = new EndRespite();

        private static EndRespite.Wish on(String lastDay) {
            return new EndRespite.Wish(LocalDate.parse(lastDay));
        }

        @Test
        void makes_the_day_the_last_of_the_respite_that_runs_then() {
            given(claim().respite("2026-02-01", "2026-02-28").respite("2026-04-01", "2026-06-30"))
                    .when(type, on("2026-04-01"))
                    .then("respites [2026-02-01 2026-02-28, 2026-04-01 2026-04-01]");
        }

        @Test
        void refuses_a_claim_without_respite_on_that_day() {
            given(claim().respite("2026-02-01", "2026-02-28"))
                    .when(type, on("2026-03-01"))
                    .refused("NO_RESPITE_THEN claim 1");
        }
    }
}
