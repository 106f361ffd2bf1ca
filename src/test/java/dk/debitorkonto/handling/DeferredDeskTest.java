package dk.debitorkonto.handling;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the desk promises of requests that were put off, on both databases. */
class DeferredDeskTest {

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

    abstract static class Contract {

        private static final LocalDate DUE = LocalDate.of(2026, 5, 1);
        private static final LocalDate TODAY = Office.TODAY;
        private static final String RESPITE = "GIV_HENSTAND";
        private static final String WRITE_OFF = "ANMOD_AFSKRIVNING";

        private final TestDatabase database;
        private final UUID id = Ids.next();
        private Office office;
        private BackOffice back;
        private UUID account;
        private UUID claim;

        @SuppressWarnings("NullAway.Init")
        Contract(TestDatabase database) {
            this.database = database;
        }

        @BeforeEach
        void open() {
            office = new Office(database);
            back = new BackOffice(office);
            account = office.account();
            claim = office.claim(account, "1000.00", DUE);
        }

        @AfterEach
        void close() {
            assertThat(office.prove().invariants()).allMatch(Proof.Invariant::holds);
            office.close();
        }

        /** A write-off asks for two persons. */
        private Wish writeOff() {
            return office.wish(WRITE_OFF, Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(Wishes.of(WRITE_OFF, Wishes.ABSENT));
        }

        /** A respite asks for one. */
        private Wish respite() {
            return office.wish(RESPITE, Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(Wishes.of(RESPITE, TODAY.plusDays(1), TODAY.plusDays(60)));
        }

        /** A recall asks for none: it waits for its date alone. */
        private Wish recall() {
            office.jdbc.update("update claim set state = 'IN_RECOVERY' where id = ?", claim);
            var code = "TILBAGEKALD_FRA_INDDRIVELSE";
            return office.wish(code, Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(Wishes.of(code, "KLAG"));
        }

        private void lowerPrincipalByAnOere() {
            var lowered = office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(Wishes.of("NEDREGULER_FORDRING", Money.of("0.01")))
                    .outcome();
            assertThat(lowered).isInstanceOf(Outcome.CarriedOut.class);
        }

        private String writtenOff() {
            return office.figures(claim, PRINCIPAL);
        }

        @Test
        void carries_out_at_once_what_waits_for_a_date_that_is_today() {
            recall().send();
            assertThat(back.stands(id)).isEqualTo("DATE");

            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.state(claim)).isEqualTo("IN_COLLECTION");
            assertThat(back.answer(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.count("scheduled_tasks")).isZero();
        }

        @Test
        void carries_out_on_its_date_and_not_before() {
            recall().on(TODAY.plusDays(9)).send();

            back.comes(TODAY.plusDays(8));
            assertThat(back.stands(id)).isEqualTo("DATE");
            back.comes(TODAY.plusDays(9));

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.jdbc.queryForObject(
                            "select max(value_date) from entry where cause = ?", LocalDate.class, back.row(id)))
                    .isEqualTo(TODAY.plusDays(9));
        }

        @Test
        void keeps_the_date_of_receipt_as_the_effect_date_where_none_was_asked_for() {
            writeOff().send();
            back.comes(TODAY.plusDays(3));
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.jdbc.queryForObject(
                            "select value_date from entry where cause = ?", LocalDate.class, back.row(id)))
                    .isEqualTo(TODAY);
        }

        @Test
        void is_done_once_however_often_it_is_asked_for() {
            recall().send();
            var row = back.row(id);
            back.work();
            var desk = office.bean(DeferredDesk.class);

            desk.carryOut(row);
            desk.carryOut(row);

            assertThat(back.entries(id)).isEqualTo(1);
            assertThat(office.count("message")).isEqualTo(1);
        }

        @Test
        void two_nodes_that_carry_out_at_once_do_it_once() throws Exception {
            if (database == TestDatabase.H2) return;
            recall().send();
            var row = back.row(id);
            try (var other = office.beside();
                    var callers = Executors.newFixedThreadPool(8)) {
                Callable<Void> here = () -> {
                    office.bean(DeferredDesk.class).carryOut(row);
                    return null;
                };
                Callable<Void> there = () -> {
                    other.bean(DeferredDesk.class).carryOut(row);
                    return null;
                };
                for (var done : callers.invokeAll(
                        Stream.of(here, there, here, there, here, there).toList())) done.get();
            }

            assertThat(back.entries(id)).isEqualTo(1);
            assertThat(office.count("message")).isEqualTo(1);
        }

        @Test
        void answers_what_is_refused_by_then_with_its_code() {
            recall().on(TODAY.plusDays(2)).send();
            office.jdbc.update("update claim set state = 'IN_COLLECTION' where id = ?", claim);
            var before = office.books();

            back.comes(TODAY.plusDays(2));

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-400");
            assertThat(back.effects(id)).isZero();
            assertThat(office.books()).isEqualTo(before);
        }

        @Test
        void answers_what_a_receipt_would_reject_as_not_carried_out() {
            recall().on(TODAY.plusDays(2)).send();
            office.jdbc.update("update debtor_account set state = 'CLOSED' where id = ?", account);

            back.comes(TODAY.plusDays(2));

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-202");
        }

        @Test
        void one_person_is_enough_where_one_is_asked_for() {
            respite().send();
            back.work();
            assertThat(back.stands(id)).isEqualTo("PERSON");

            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.TAKEN);
            assertThat(back.stands(id)).isEqualTo("DATE");
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.count("respite")).isEqualTo(1);
        }

        @Test
        void four_eyes_are_those_of_two_persons() {
            writeOff().send();

            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.TAKEN);
            assertThat(back.stands(id)).isEqualTo("SECOND_PERSON");
            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.SAME_PERSON);
            back.work();
            assertThat(back.stands(id)).isEqualTo("SECOND_PERSON");
            assertThat(back.authorise(id, "bo")).isEqualTo(Judgement.TAKEN);
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(writtenOff()).isEqualTo("1000.00-0.00-0.00-1000.00");
            assertThat(office.jdbc.queryForList("select person from authorisation order by ordinal", String.class))
                    .containsExactly("anna", "bo");
        }

        @Test
        void waits_for_its_date_after_the_persons() {
            respite().on(TODAY.plusDays(5)).send();
            assertThat(back.expected(id)).isEqualTo(LocalDate.of(2026, 7, 13));

            back.authorise(id, "anna");
            assertThat(back.expected(id)).isEqualTo(TODAY.plusDays(5));
            back.comes(TODAY.plusDays(4));
            assertThat(back.stands(id)).isEqualTo("DATE");
            back.comes(TODAY.plusDays(5));

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
        }

        @Test
        void an_authorisation_lapses_where_the_plan_changed_by_one_oere() {
            writeOff().send();
            var old = back.fingerprint(id);
            back.authorise(id, "anna");
            lowerPrincipalByAnOere();

            assertThat(back.authorise(id, "bo")).isEqualTo(Judgement.PLAN_CHANGED);

            assertThat(back.stands(id)).isEqualTo("PERSON PLAN_CHANGED");
            assertThat(back.fingerprint(id)).isNotEqualTo(old);
            assertThat(back.column(id, "plan_amount").get("plan_amount")).isEqualTo(99_999L);
        }

        @Test
        void a_lapsed_authorisation_is_given_anew_by_two() {
            writeOff().send();
            back.authorise(id, "anna");
            lowerPrincipalByAnOere();
            back.authorise(id, "bo");

            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.TAKEN);
            assertThat(back.stands(id)).isEqualTo("SECOND_PERSON");
            assertThat(back.authorise(id, "bo")).isEqualTo(Judgement.TAKEN);
            back.work();

            assertThat(writtenOff()).isEqualTo("1000.00-0.01-0.00-999.99");
        }

        @Test
        void goes_back_to_persons_where_the_plan_changed_before_its_date() {
            writeOff().on(TODAY.plusDays(5)).send();
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            lowerPrincipalByAnOere();
            var before = office.books();

            back.comes(TODAY.plusDays(5));

            assertThat(back.stands(id)).isEqualTo("PERSON PLAN_CHANGED");
            assertThat(back.answer(id)).isEmpty();
            assertThat(office.books()).isEqualTo(before);
            assertThat(back.effects(id)).isEqualTo(1);
            assertThat(office.count("scheduled_tasks")).isZero();
        }

        @Test
        void authorises_the_plan_that_was_seen_and_no_other() {
            respite().send();

            assertThat(back.authorise(id, BackOffice.person("anna"), "another")).isEqualTo(Judgement.PLAN_CHANGED);
            assertThat(back.stands(id)).isEqualTo("PERSON");
            assertThat(back.authorise(id, BackOffice.person("anna"), back.fingerprint(id)))
                    .isEqualTo(Judgement.TAKEN);
        }

        @Test
        void what_is_refused_when_it_is_authorised_ends_as_that_refusal() {
            respite().send();
            office.jdbc.update("update claim set state = 'ANNULLED' where id = ?", claim);

            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.TAKEN);

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-400");
        }

        @Test
        void declined_is_not_authorised() {
            writeOff().send();
            back.authorise(id, "anna");

            assertThat(back.decline(id)).isEqualTo(Judgement.TAKEN);

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-412");
            assertThat(back.authorise(id, "bo")).isEqualTo(Judgement.NOT_WAITING);
            assertThat(back.decline(id)).isEqualTo(Judgement.NOT_WAITING);
        }

        @Test
        void nobody_is_asked_where_it_waits_for_its_date() {
            recall().on(TODAY.plusDays(2)).send();

            assertThat(back.authorise(id, "anna")).isEqualTo(Judgement.NOT_WAITING);
            assertThat(back.decline(id)).isEqualTo(Judgement.NOT_WAITING);
        }

        @Test
        void over_the_limit_it_takes_an_approver() {
            office.jdbc.update(
                    "insert into authority_limit (authority, handling_type, amount) values (?, ?, ?)",
                    Office.AUTHORITY,
                    WRITE_OFF,
                    99_999);
            writeOff().send();
            var caseworker = new Person("anna", Set.of(Person.Role.CASEWORKER));

            assertThat(back.authorise(id, caseworker, null)).isEqualTo(Judgement.NOT_ALLOWED);
            office.jdbc.update("update authority_limit set amount = 100000");

            assertThat(back.authorise(id, caseworker, null)).isEqualTo(Judgement.TAKEN);
            assertThat(back.authorise(id, new Person("bo", Set.of(Person.Role.CASEWORKER)), null))
                    .isEqualTo(Judgement.NOT_ALLOWED);
            assertThat(back.authorise(id, new Person("bo", Set.of()), null)).isEqualTo(Judgement.NOT_ALLOWED);
            assertThat(back.authorise(id, new Person("bo", Set.of(Person.Role.APPROVER)), null))
                    .isEqualTo(Judgement.TAKEN);
        }

        @Test
        void a_sum_over_the_limit_waits_for_a_person_and_is_then_carried_out() {
            office.jdbc.update(
                    "insert into authority_limit (authority, handling_type, amount) values (?, ?, ?)",
                    Office.AUTHORITY,
                    "OMPOSTER_INDBETALINGER",
                    100);
            office.payment(account, "500.00", DUE);
            var to = office.account();
            office.wish("OMPOSTER_INDBETALINGER", Variant.BETWEEN_ACCOUNTS, account)
                    .identified(id)
                    .to(to)
                    .with(Wishes.of("OMPOSTER_INDBETALINGER", Money.of("7.00")))
                    .send();
            assertThat(back.stands(id)).isEqualTo("PERSON");

            back.authorise(id, "anna");
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.unused(to)).isEqualTo("7.00");
        }

        @Test
        void the_callers_own_fingerprint_is_compared_again_and_for_good() {
            var tried = java.util.Objects.requireNonNull(writeOff().tried().result())
                    .fingerprint();
            writeOff().onlyIf(tried).send();
            assertThat(back.stands(id)).isEqualTo("PERSON");
            lowerPrincipalByAnOere();

            back.authorise(id, "anna");

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-415");
        }

        @Test
        void what_waits_for_its_date_alone_is_carried_out_as_it_is_by_then() {
            var charged = claim;
            recall().on(TODAY.plusDays(2)).send();
            var planned = back.fingerprint(id);
            office.charge(charged, dk.debitorkonto.claim.CostFamily.RECOVERY_INTEREST, "5.00", DUE);

            back.comes(TODAY.plusDays(2));

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(back.fingerprint(id)).isNotEqualTo(planned);
        }

        @Test
        void the_deadline_passes_when_the_day_after_it_begins() {
            writeOff().answeredBy(TODAY.plusDays(3)).send();

            back.comes(TODAY.plusDays(3));
            assertThat(back.stands(id)).isEqualTo("PERSON");
            back.comes(TODAY.plusDays(4));

            assertThat(back.stands(id)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(id)).isEqualTo("DKA-414");
            assertThat(office.count("scheduled_tasks")).isZero();
        }

        @Test
        void a_deadline_before_the_date_ends_what_waits_for_it() {
            recall().on(TODAY.plusDays(9)).answeredBy(TODAY.plusDays(3)).send();

            back.comes(TODAY.plusDays(30));

            assertThat(back.answer(id)).isEqualTo("DKA-414");
            assertThat(office.state(claim)).isEqualTo("IN_RECOVERY");
        }

        @Test
        void what_was_carried_out_later_is_undone_by_as_many_persons() {
            var before = office.books();
            writeOff().send();
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            back.work();
            var undo = Ids.next();

            office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                    .identified(undo)
                    .claims(claim)
                    .with(Wishes.of("TILBAGEFOER_HANDLING", id))
                    .send();
            assertThat(back.stands(undo)).isEqualTo("PERSON");
            back.authorise(undo, "anna");
            assertThat(back.stands(undo)).isEqualTo("SECOND_PERSON");
            back.authorise(undo, "bo");
            back.work();

            assertThat(back.stands(undo)).isEqualTo("CARRIED_OUT");
            assertThat(office.books()).isEqualTo(before);
            assertThat(back.column(id, "undone_by").get("undone_by")).isEqualTo(back.row(undo));
        }

        @Test
        void an_undo_that_was_put_off_is_refused_where_something_came_in_its_way() {
            writeOff().send();
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            back.work();
            var undo = Ids.next();
            office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                    .identified(undo)
                    .claims(claim)
                    .with(Wishes.of("TILBAGEFOER_HANDLING", id))
                    .send();
            office.wish("ANNULLER_AFSKRIVNING", Variant.CLAIMS, account)
                    .claims(claim)
                    .send();

            back.authorise(undo, "anna");

            assertThat(back.stands(undo)).isEqualTo("NOT_CARRIED_OUT");
            assertThat(back.answer(undo)).isEqualTo("DKA-400");
        }

        @Test
        void what_has_not_been_carried_out_yet_is_not_undone() {
            writeOff().send();

            var undone = office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                    .claims(claim)
                    .with(Wishes.of("TILBAGEFOER_HANDLING", id))
                    .outcome();

            assertThat(((Outcome.Rejected) undone).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.ORIGINAL_UNKNOWN);
        }

        @Test
        void a_mass_handling_is_carried_out_whole_or_goes_back_whole() {
            var large = office.accountOf(2_500);
            office.wish(WRITE_OFF, Variant.ONE_ACCOUNT, large)
                    .identified(id)
                    .with(Wishes.of(WRITE_OFF, Wishes.ABSENT))
                    .on(TODAY.plusDays(1))
                    .send();
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            office.claim(large, "10.00", DUE.plusYears(1));
            var before = office.books();

            back.comes(TODAY.plusDays(1));
            assertThat(back.stands(id)).isEqualTo("PERSON PLAN_CHANGED");
            assertThat(office.books()).isEqualTo(before);
            assertThat(back.effects(id)).isEqualTo(2_501);
            back.authorise(id, "anna");
            back.authorise(id, "bo");
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(back.effects(id)).isEqualTo(2_501);
        }

        @Test
        void tries_again_what_was_parked_when_a_person_says_so() {
            recall().send();
            office.jdbc.update("delete from scheduled_tasks");
            assertThat(back.resume(id)).isEqualTo(Judgement.NOT_WAITING);
            office.jdbc.update(
                    "insert into parked_work (duty, subject, parked_at, tries, failure) values ('carry-out', ?,"
                            + " current_timestamp, 5, 'x')",
                    back.row(id));

            assertThat(back.resume(id)).isEqualTo(Judgement.TAKEN);
            back.work();

            assertThat(back.stands(id)).isEqualTo("CARRIED_OUT");
            assertThat(office.count("parked_work")).isZero();
        }
    }
}
