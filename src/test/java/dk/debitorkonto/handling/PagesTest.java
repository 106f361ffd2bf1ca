package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** What becomes of pages that were written before the plan's end was known. */
class PagesTest {

    /** More than two pages. */
    private static final int CLAIMS = 2_100;

    private static final String FEES = "NEDREGULER_RENTE_GEBYR";

    /** A limit is known to be passed when all pages are planned; no type of the catalogue does this today. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_stays_booked_where_a_person_is_asked_in_the_end(TestDatabase database) {
        try (var office = Office.with(database, PagesTest::asking)) {
            office.jdbc.update("insert into authority_limit values (?, ?, 10000000)", Office.AUTHORITY, FEES);
            var account = office.accountOf(CLAIMS);
            var before = office.books();
            var postings = office.count("posting");
            var request = office.wish(FEES, Variant.ONE_ACCOUNT, account)
                    .with(Wishes.of(FEES, List.of(CostFamily.REMINDER_FEE)));

            var outcome = request.outcome();

            assertThat(outcome).isInstanceOf(Outcome.Deferred.class);
            assertThat(office.books()).isEqualTo(before);
            assertThat(office.count("posting")).isEqualTo(postings);
            assertThat(office.count("effect")).as("shown to the person").isEqualTo(CLAIMS);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void all_is_booked_where_no_person_is_asked(TestDatabase database) {
        try (var office = Office.with(database, PagesTest::asking)) {
            var account = office.accountOf(CLAIMS);

            var outcome = office.wish(FEES, Variant.ONE_ACCOUNT, account)
                    .with(Wishes.of(FEES, List.of(CostFamily.REMINDER_FEE)))
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.count("effect")).isEqualTo(CLAIMS);
            assertThat(office.prove().invariants()).allMatch(dk.debitorkonto.inquiry.Proof.Invariant::holds);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void all_is_taken_back_page_by_page(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.accountOf(CLAIMS);
            var before = office.books();
            var id = Ids.next();
            office.wish(FEES, Variant.ONE_ACCOUNT, account)
                    .identified(id)
                    .with(Wishes.of(FEES, List.of(CostFamily.REMINDER_FEE)))
                    .outcome();
            assertThat(office.books()).isNotEqualTo(before);

            var undone = office.wish("TILBAGEFOER_HANDLING", Variant.ONE_ACCOUNT, account)
                    .with(Wishes.of("TILBAGEFOER_HANDLING", id))
                    .outcome();

            assertThat(undone).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.books()).isEqualTo(before);
            assertThat(office.count("effect")).isEqualTo(2 * CLAIMS);
        }
    }

    /** The second page is refused while the third is read and decided: what is told is the refusal, not what came of it. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_page_that_the_database_refuses_takes_all_back(TestDatabase database) {
        try (var office = new Office(database)) {
            var account = office.accountOf(CLAIMS);
            var before = office.books();
            var postings = office.count("posting");
            var request = office.wish(FEES, Variant.ONE_ACCOUNT, account)
                    .with(Wishes.of(FEES, List.of(CostFamily.REMINDER_FEE)));
            office.jdbc.execute("alter table effect add constraint test_limit check (ordinal < 1500)");

            assertThatThrownBy(request::outcome).isInstanceOf(DataIntegrityViolationException.class);

            assertThat(office.books()).isEqualTo(before);
            assertThat(office.count("posting")).isEqualTo(postings);
            assertThat(office.count("effect") + office.count("request")).isZero();
            office.jdbc.execute("alter table effect drop constraint test_limit");
            assertThat(request.outcome()).isInstanceOf(Outcome.CarriedOut.class);
        }
    }

    /** As an EITHER type: carried out at once, or by a person. */
    private static HandlingDefinition asking(HandlingDefinition was) {
        if (!was.code().equals(FEES)) return was;
        return new HandlingDefinition(
                was.code(),
                was.uuid(),
                was.title(),
                was.validFrom(),
                was.variants(),
                Mode.EITHER,
                0,
                was.success(),
                was.reasonRequired(),
                was.period(),
                was.accountAlone(),
                was.states(),
                was.takes(),
                was.targetTakes(),
                was.parameters(),
                was.explanation());
    }
}
