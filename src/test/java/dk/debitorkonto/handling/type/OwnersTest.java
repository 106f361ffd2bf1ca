package dk.debitorkonto.handling.type;

import static dk.debitorkonto.handling.Tale.claim;
import static dk.debitorkonto.handling.Tale.given;
import static dk.debitorkonto.handling.Tale.payment;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Remark;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The types about whose a claim or an account is, who is liable, and what relates to what. */
class OwnersTest {

    @Nested
    class Moving_claims {

        private final MoveClaims type = new MoveClaims();

        @Test
        void takes_the_claims_with_a_rest_and_leaves_coverage_with_its_payment() {
            given(
                            claim().principal("100.00").coveredBy(payment("40.00")),
                            claim().principal("100.00").coveredBy(payment("old", "100.00", "2026-02-01")),
                            claim().principal("100.00").in(ClaimState.IN_RECOVERY))
                    .to()
                    .listingNone()
                    .when(type, new NoWish())
                    .then("on target | covered 40.00", "on source", "on source")
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 2)
                    .books();
        }

        @Test
        void writes_down_that_the_debtor_is_liable_where_nobody_is_named() {
            given(
                            claim().principal("100.00")
                                    .forPeriodFrom("2026-01-01")
                                    .due("2026-01-31"),
                            claim().principal("100.00").liable("carl", "2025-01-01", null))
                    .to()
                    .listingNone()
                    .when(type, new NoWish())
                    .then("liable [anna 2026-01-01 null]", "liable [carl 2025-01-01 null]");
        }

        @Test
        void makes_the_debtor_liable_from_the_move_at_the_latest() {
            given(claim().principal("100.00"))
                    .to()
                    .listingNone()
                    .on("2025-12-01")
                    .when(type, new NoWish())
                    .then("liable [anna 2025-12-01 null]");
        }

        @Test
        void stays_inside_the_period_by_due_date() {
            given(claim().principal("100.00").due("2026-02-01"), claim().principal("100.00"))
                    .to()
                    .listingNone()
                    .inPeriod("2026-02-01", "2026-02-28")
                    .when(type, new NoWish())
                    .then("on target", "on source");
        }
    }

    @Nested
    class Changing_the_owner {

        private final ChangeOwner type = new ChangeOwner();

        @Test
        void moves_what_falls_due_from_the_effect_date_on() {
            given(
                            claim().principal("100.00").due("2026-03-01"),
                            claim().principal("100.00").due("2026-02-28"))
                    .to()
                    .listingNone()
                    .when(type, new NoWish())
                    .then(
                            "on target | liable [anna 2026-01-01 2026-02-28, bent 2026-03-01 null]",
                            "on source | liable []")
                    .remarks(Remark.Kind.CLAIMS_LEFT_OUT, 1);
        }

        @Test
        void makes_the_new_owner_alone_liable_for_what_begins_later() {
            given(claim().principal("100.00").forPeriodFrom("2026-04-01").due("2026-04-30"))
                    .to()
                    .listingNone()
                    .on("2026-01-05")
                    .when(type, new NoWish())
                    .then("liable [bent 2026-01-05 null]");
        }

        @Test
        void ends_the_old_owners_liability_the_day_before_and_lets_a_later_one_lapse() {
            given(claim().principal("100.00")
                            .due("2026-03-31")
                            .liable("anna", "2025-01-01", "2025-12-31")
                            .liable("anna", "2026-01-01", null)
                            .liable("anna", "2026-06-01", null)
                            .liable("carl", "2025-01-01", null))
                    .to()
                    .listingNone()
                    .when(type, new NoWish())
                    .then("liable [anna 2025-01-01 2025-12-31, anna 2026-01-01 2026-02-28, bent 2026-03-01 null,"
                            + " carl 2025-01-01 null]");
        }

        @Test
        void makes_one_liability_of_what_the_new_owner_had_already() {
            given(claim().principal("100.00")
                            .due("2026-03-31")
                            .liable("bent", "2026-01-01", "2026-03-15")
                            .liable("bent", "2026-05-01", "2026-06-30"))
                    .to()
                    .listingNone()
                    .when(type, new NoWish())
                    .then("liable [bent 2026-01-01 null]");
        }
    }

    @Nested
    class Ending_a_liability {

        private final EndLiability type = new EndLiability();

        private static EndLiability.Wish of(String party, String lastDay) {
            return new EndLiability.Wish(party, LocalDate.parse(lastDay));
        }

        @Test
        void gives_it_a_last_day() {
            given(claim().liable("anna", "2026-01-01", null).liable("carl", "2026-01-01", null))
                    .when(type, of("carl", "2026-03-31"))
                    .then("liable [anna 2026-01-01 null, carl 2026-01-01 2026-03-31]")
                    .asksPersons(0);
        }

        @Test
        void lets_one_lapse_that_begins_later() {
            given(claim().liable("anna", "2026-01-01", null).liable("carl", "2026-05-01", null))
                    .when(type, of("carl", "2026-03-31"))
                    .then("liable [anna 2026-01-01 null]");
        }

        @Test
        void refuses_a_party_that_is_not_liable_or_no_longer() {
            given(
                            claim().liable("anna", "2026-01-01", null),
                            claim().liable("anna", "2026-01-01", null).liable("carl", "2026-01-01", "2026-03-31"),
                            claim())
                    .when(type, of("carl", "2026-03-31"))
                    .refused("NOT_LIABLE claim 1", "NOT_LIABLE claim 2", "NOT_LIABLE claim 3");
        }

        @Test
        void refuses_to_end_the_last_liable_party_written_down_or_not() {
            given(claim().liable("anna", "2026-01-01", null), claim())
                    .when(type, of("anna", "2026-03-31"))
                    .refused("LAST_LIABLE_PARTY claim 1", "LAST_LIABLE_PARTY claim 2");
        }

        @Test
        void refuses_to_leave_a_day_without_a_liable_party() {
            given(claim().liable("anna", "2026-01-01", null).liable("carl", "2026-01-01", "2026-06-30"))
                    .when(type, of("anna", "2026-03-31"))
                    .refused("LAST_LIABLE_PARTY claim 1");
            given(claim().liable("anna", "2026-01-01", null).liable("carl", "2026-04-02", null))
                    .when(type, of("anna", "2026-03-31"))
                    .refused("LAST_LIABLE_PARTY claim 1");
        }

        @Test
        void is_content_where_others_take_turns() {
            given(claim().liable("anna", "2026-01-01", null)
                            .liable("carl", "2026-01-01", "2026-06-30")
                            .liable("dora", "2026-07-01", null))
                    .when(type, of("anna", "2026-03-31"))
                    .then("liable [anna 2026-01-01 2026-03-31, carl 2026-01-01 2026-06-30, dora 2026-07-01 null]");
        }

        @Test
        void asks_for_a_recall_first() {
            given(claim().in(ClaimState.IN_RECOVERY))
                    .when(type, of("anna", "2026-03-31"))
                    .refused("UNDER_RECOVERY claim 1");
        }
    }

    @Nested
    class Relating {

        private final RelateClaims type = new RelateClaims();

        @Test
        void relates_the_others_to_the_first() {
            given(claim(), claim(), claim())
                    .when(type, new NoWish())
                    .then("relates to none", "relates to 1", "relates to 1");
        }

        @Test
        void may_add_to_a_main_claim() {
            given(claim().hasRelated(), claim(), claim().relatesTo(1).unlisted())
                    .when(type, new NoWish())
                    .then("relates to none", "relates to 1", "relates to 1");
        }

        @Test
        void refuses_what_is_related_already_and_chains() {
            given(claim().relatesTo(2), claim().relatesTo(1), claim().hasRelated())
                    .when(type, new NoWish())
                    .refused(
                            "MAIN_CLAIM_IS_RELATED claim 1 [00000000-0000-0001-0000-000000000002]",
                            "RELATED_ALREADY claim 2 [00000000-0000-0001-0000-000000000001]",
                            "HAS_RELATED claim 3");
        }

        @Test
        void needs_two() {
            given(claim()).when(type, new NoWish()).refused("TOO_FEW_CLAIMS claims");
        }
    }

    @Nested
    class Ending_relations {

        private final EndRelations type = new EndRelations();

        @Test
        void ends_the_one_of_a_related_claim() {
            given(
                            claim().hasRelated().unlisted(),
                            claim().relatesTo(1),
                            claim().relatesTo(1).unlisted())
                    .when(type, new NoWish())
                    .then("relates to none", "relates to none", "relates to 1");
        }

        @Test
        void ends_all_to_a_main_claim_once_each() {
            given(
                            claim().hasRelated(),
                            claim().relatesTo(1),
                            claim().relatesTo(1).unlisted())
                    .when(type, new NoWish())
                    .then("relates to none", "relates to none", "relates to none");
        }

        @Test
        void refuses_a_claim_without_one() {
            given(claim()).when(type, new NoWish()).refused("NO_RELATION claim 1");
        }
    }

    @Nested
    class An_account {

        @Test
        void is_closed_when_settled() {
            given(claim().principal("100.00").coveredBy(payment("100.00")))
                    .listingNone()
                    .when(new CloseAccount(), new NoWish())
                    .then("rest 0.00", "account state CLOSED");
        }

        @Test
        void is_not_closed_with_a_rest_or_unused_money() {
            given(claim().principal("100.00").in(ClaimState.IN_RECOVERY))
                    .listingNone()
                    .when(new CloseAccount(), new NoWish())
                    .refused("ACCOUNT_NOT_SETTLED ACCOUNT [100.00, 0.00]");
            given().unused(payment("1.00"))
                    .when(new CloseAccount(), new NoWish())
                    .refused("ACCOUNT_NOT_SETTLED ACCOUNT [0.00, 1.00]");
        }

        @Test
        void is_reopened_unless_open() {
            given().accountIs(AccountState.CLOSED)
                    .when(new ReopenAccount(), new NoWish())
                    .then("account state OPEN");
            given().when(new ReopenAccount(), new NoWish()).refused("ACCOUNT_OPEN_ALREADY ACCOUNT");
        }

        @Test
        void is_handed_over_whatever_is_on_it() {
            given(claim().principal("100.00").in(ClaimState.IN_RECOVERY))
                    .listingNone()
                    .when(new HandOverAccount(), new NoWish())
                    .then("rest 100.00", "account state HANDED_OVER");
        }
    }
}
