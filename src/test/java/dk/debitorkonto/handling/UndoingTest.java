package dk.debitorkonto.handling;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Undoing what went through an unused payment on its way between accounts. */
class UndoingTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void gives_coverage_back_to_the_account_that_it_came_from(TestDatabase database) {
        try (var office = new Office(database)) {
            var from = office.account();
            var source = office.claim(from, "1000.00", DUE);
            office.cover(office.payment(from, "600.00", DUE), from, source, PRINCIPAL, "600.00");
            var to = office.account();
            var target = office.claim(to, "800.00", DUE);
            var before = office.books();
            var id = Ids.next();
            var moved = office.wish("FLYT_DAEKNINGER", Variant.BETWEEN_CLAIMS, from)
                    .identified(id)
                    .to(to)
                    .claims(source)
                    .targets(target)
                    .with(Wishes.of("FLYT_DAEKNINGER", List.of()))
                    .outcome();
            assertThat(moved).isInstanceOf(Outcome.CarriedOut.class);

            var undone = office.wish("TILBAGEFOER_HANDLING", Variant.BETWEEN_CLAIMS, from)
                    .to(to)
                    .claims(source)
                    .targets(target)
                    .with(Wishes.of("TILBAGEFOER_HANDLING", id))
                    .outcome();

            assertThat(undone).isInstanceOf(Outcome.CarriedOut.class);
            assertThat(office.books()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void is_refused_where_another_undid_it_meanwhile(TestDatabase database) {
        try (var office = Office.watched(database);
                var other = office.beside()) {
            var account = office.account();
            var claim = office.claim(account, "1000.00", DUE);
            var id = Ids.next();
            office.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                    .identified(id)
                    .claims(claim)
                    .with(Wishes.of("NEDREGULER_FORDRING", Money.of("700.00")))
                    .send();
            office.watched().before("for update", () -> undo(other, account, claim, id));

            var outcome = undo(office, account, claim, id);

            assertThat(((Outcome.NotCarriedOut) outcome).refusals())
                    .extracting(Refusal::reason)
                    .containsExactly(Reason.UNDONE_ALREADY);
        }
    }

    private static Outcome undo(Office office, UUID account, UUID claim, UUID original) {
        return office.wish("TILBAGEFOER_HANDLING", Variant.CLAIMS, account)
                .claims(claim)
                .with(Wishes.of("TILBAGEFOER_HANDLING", original))
                .outcome();
    }
}
