package dk.debitorkonto.handling;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;

/** That the proof holds for sound books and names what is not, and that the database refuses what must not be. */
class ProofTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    private static void work(Office office) {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        office.cover(office.payment(account, "700.00", DUE), account, claim, PRINCIPAL, "600.00");
        office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                .claims(claim)
                .with(Wishes.of("NEDREGULER_FORDRING", Money.of("700.00")))
                .send();
        office.wish("RET_FORDRING_TILSTAND", Variant.CLAIMS, account)
                .claims(claim)
                .with(Wishes.of("RET_FORDRING_TILSTAND", dk.debitorkonto.claim.ClaimState.ON_HOLD, DUE.plusYears(1)))
                .send();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sound_books_hold_and_are_sealed(TestDatabase database) {
        try (var office = new Office(database)) {
            work(office);
            assertThat(office.prove().unsealed()).isPositive();

            office.seal();

            assertThat(office.prove()).satisfies(proof -> {
                assertThat(proof.invariants()).allMatch(Proof.Invariant::holds);
                assertThat(proof.unsealed()).isZero();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void names_a_balance_that_is_not_its_postings(TestDatabase database) {
        try (var office = new Office(database)) {
            work(office);
            office.jdbc.update("update claim_balance set charged = charged + 1");

            var broken = office.prove().invariants().stream()
                    .filter(each -> !each.holds())
                    .toList();

            assertThat(broken)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.firstOffender()).isNotBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_journal_is_final(TestDatabase database) {
        try (var office = new Office(database)) {
            work(office);
            for (var edit : new String[] {
                "update posting set amount = amount + 1",
                "delete from posting",
                "update entry set actor = 'x'",
                "delete from turn"
            })
                assertThatThrownBy(() -> office.jdbc.update(edit))
                        .as(edit)
                        .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_database_refuses_a_wrong_sign_and_an_unknown_family(TestDatabase database) {
        try (var office = new Office(database)) {
            work(office);
            for (var wrong : new String[] {
                "update claim_balance set covered = -1",
                "update claim_balance set covered = charged + 1",
                "update claim_balance set family = 'OTHER'",
                "update payment_balance set unused = -1",
                "update claim set state = 'GONE'",
                """
                insert into posting (authority, entry, line, debit_pot, debit_subject, debit_detail, credit_pot, amount)
                select authority, id, 99, 'CHARGED', id, 'PRINCIPAL', 'INCOME', -5 from entry
                """,
                """
                insert into posting (authority, entry, line, debit_pot, debit_subject, debit_detail, credit_pot, amount)
                select authority, id, 99, 'CHARGED', id, 'OTHER', 'INCOME', 5 from entry
                """
            })
                assertThatThrownBy(() -> office.jdbc.update(wrong))
                        .as(wrong)
                        .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
