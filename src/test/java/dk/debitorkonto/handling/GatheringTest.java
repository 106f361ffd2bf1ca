package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which claims a type over whole lists sees, and in which order their effects are told. */
class GatheringTest {

    private static final UUID ACCOUNT = new UUID(2, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    @Test
    void tells_claims_without_lists_by_due_date() {
        assertThat(told(false)).containsExactly(1, 3, 2, 4);
    }

    @Test
    void tells_claims_of_lists_in_their_order() {
        assertThat(told(true)).containsExactly(1, 2, 3, 4);
    }

    /** A type about the account alone asks for no claim's state, but may ask for the claims. */
    @Test
    void an_account_on_which_something_is_owed_stays_open() {
        try (var office = new Office(TestDatabase.H2)) {
            var account = office.account();
            office.claim(account, "10.00", LocalDate.of(2026, 5, 1));

            var outcome = office.wish("AFSLUT_DEBITORKONTO", Variant.ONE_ACCOUNT, account)
                    .outcome();

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.ACCOUNT_NOT_SETTLED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void changes_no_related_claim_whose_account_is_not_locked(TestDatabase database) {
        try (var office = Office.watched(database);
                var other = office.beside()) {
            var main = office.claim(office.account(), "10.00", DUE);
            var related = office.claim(office.account(), "10.00", DUE);
            var elsewhere = office.account();
            office.jdbc.update("update claim set relates_to = ? where id = ?", main, related);
            office.watched().before("for update", () -> move(other, related, elsewhere));
            office.watched().sent();

            var outcome = office.wish("OPHAEV_RELATION", Variant.CLAIMS, accountOf(office, main))
                    .claims(main)
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.watched().sent().stream().filter(each -> each.contains("for update")))
                    .as("locked again, with the account that the claim is on now")
                    .hasSize(2);
            assertThat(relatesTo(office, related)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ends_relations_of_another_systems_claims_too(TestDatabase database) {
        try (var office = new Office(database)) {
            var main = office.claim(office.account(), "10.00", DUE);
            var strange = strangeAccount(office);
            var related = office.claim(strange, "10.00", DUE);
            office.jdbc.update("update claim set relates_to = ? where id = ?", main, related);

            var outcome = office.wish("OPHAEV_RELATION", Variant.CLAIMS, accountOf(office, main))
                    .claims(main)
                    .outcome();

            assertThat(outcome).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(relatesTo(office, related)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void names_no_account_that_is_only_locked_beside(TestDatabase database) {
        try (var office = new Office(database)) {
            var main = office.claim(office.account(), "10.00", DUE);
            var strange = strangeAccount(office);
            var related = office.claim(strange, "10.00", DUE);
            office.jdbc.update("update claim set relates_to = ? where id = ?", main, related);

            var outcome = office.wish("OPHAEV_RELATION", Variant.CLAIMS, strange)
                    .claims(main)
                    .outcome();

            assertThat(((Outcome.Rejected) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.ACCOUNT_UNKNOWN);
        }
    }

    /** One of another case system. */
    private static UUID strangeAccount(Office office) {
        var other = Ids.next();
        office.jdbc.update("insert into case_system (id, cvr, name) values (?, '33333333', 'Fremmed')", other);
        var account = office.account();
        office.jdbc.update("update debtor_account set case_system = ? where id = ?", other, account);
        return account;
    }

    /** Puts a claim on another account, under no lock. */
    private static void move(Office office, UUID claim, UUID account) {
        office.jdbc.update("update claim set account = ? where id = ?", account, claim);
    }

    private static UUID accountOf(Office office, UUID claim) {
        return Objects.requireNonNull(
                office.jdbc.queryForObject("select account from claim where id = ?", UUID.class, claim));
    }

    private static @Nullable UUID relatesTo(Office office, UUID claim) {
        return office.jdbc.queryForObject("select relates_to from claim where id = ?", UUID.class, claim);
    }

    private static List<Integer> told(boolean listed) {
        var sources = List.of(claim(1, "2026-01-15"), claim(2, "2026-03-15"));
        var targets = List.of(claim(3, "2026-01-15"), claim(4, "2026-03-15"));
        return Gathering.all(new Situation(listed, sources, targets, List.of(), List.of())).stream()
                .map(claim -> (int) claim.id().getLeastSignificantBits())
                .toList();
    }

    private static ClaimCase claim(int number, String dueDate) {
        return new ClaimBuilder().due(dueDate).principal("100.00").build(number, ACCOUNT);
    }
}
