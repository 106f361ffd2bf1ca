package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An undo breaks no rule that every other handling keeps, and names what stands in its way. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class UndoSoundnessTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);
    private static final LocalDate TODAY = Office.TODAY;

    private final Office office;

    UndoSoundnessTest(TestDatabase database) {
        office = new Office(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private UUID done(String code, Variant variant, UUID account, Object wish, UUID... claims) {
        return done(office.wish(code, variant, account).with(wish).claims(claims));
    }

    private UUID done(Wish wish) {
        var id = Ids.next();
        var outcome = wish.identified(id).outcome();
        assertThat(outcome).isInstanceOfAny(Outcome.CarriedOut.class, Outcome.AcceptedWithoutStatus.class);
        return id;
    }

    private UUID reduced(UUID account, UUID claim, String amount) {
        var wish = Wishes.of("NEDREGULER_FORDRING", Money.of(amount));
        return done("NEDREGULER_FORDRING", Variant.CLAIMS, account, wish, claim);
    }

    private List<Refusal> refused(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                ? rejected.refusals()
                : ((Outcome.NotCarriedOut) outcome).refusals();
    }

    private Outcome undo(UUID original, Variant variant, UUID account, UUID... claims) {
        return office.wish("TILBAGEFOER_HANDLING", variant, account)
                .claims(claims)
                .with(Wishes.of("TILBAGEFOER_HANDLING", original))
                .outcome();
    }

    private void isInTheWay(UUID cause, Outcome outcome) {
        assertThat(refused(outcome)).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.IN_THE_WAY);
            assertThat(refusal.args()).containsExactly(cause.toString());
        });
    }

    @Test
    void an_annulled_claim_owes_nothing() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        var reduced = reduced(account, claim, "100.00");
        var annulled = done("ANNULLER_FORDRING", Variant.CLAIMS, account, new NoWish(), claim);

        isInTheWay(annulled, undo(reduced, Variant.CLAIMS, account, claim));
    }

    @Test
    void a_claim_never_has_two_respites_at_once() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        respite(claim, TODAY, TODAY.plusDays(9));
        var ended = done(
                "OPHOER_HENSTAND", Variant.CLAIMS, account, Wishes.of("OPHOER_HENSTAND", TODAY.plusDays(4)), claim);
        respite(claim, TODAY.plusDays(5), TODAY.plusDays(19));

        assertThat(refused(undo(ended, Variant.CLAIMS, account, claim)))
                .extracting(Refusal::reason)
                .containsExactly(Reason.IN_THE_WAY);
    }

    /** Given as an import gives it, but later. */
    private void respite(UUID claim, LocalDate from, LocalDate to) {
        var respite = new Respite(Ids.next(), from, to);
        var turned = new Change.Turns(Change.FactKind.RESPITE, claim, respite.id(), null, Facts.text(respite));
        var entry = Ids.next();
        office.book(entry, List.of(new Books.Line(turned, entry, 1, null)));
    }

    @Test
    void relations_make_no_chain_and_no_ring() {
        var account = office.account();
        var first = office.claim(account, "1000.00", DUE);
        var second = office.claim(account, "500.00", DUE);
        var third = office.claim(account, "200.00", DUE);
        done("RELATER_FORDRINGER", Variant.CLAIMS, account, new NoWish(), first, second);

        var chained = office.wish("RELATER_FORDRINGER", Variant.CLAIMS, account).claims(third, first);
        assertThat(refused(chained.outcome())).extracting(Refusal::reason).containsExactly(Reason.HAS_RELATED);

        var ended = done("OPHAEV_RELATION", Variant.CLAIMS, account, new NoWish(), second);
        var turned = done("RELATER_FORDRINGER", Variant.CLAIMS, account, new NoWish(), second, first);

        isInTheWay(turned, undo(ended, Variant.CLAIMS, account, second));
    }

    @Test
    void a_closed_account_gets_no_rest() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        var other = office.account();
        var reduced = reduced(account, claim, "400.00");
        office.jdbc.update("update claim set account = ? where id = ?", other, claim);
        office.cover(office.payment(other, "600.00", DUE), other, claim, CostFamily.PRINCIPAL, "600.00");
        var closed = done("AFSLUT_DEBITORKONTO", Variant.ONE_ACCOUNT, other, new NoWish());

        isInTheWay(closed, undo(reduced, Variant.CLAIMS, account, claim));
    }

    @Test
    void an_account_that_was_given_up_is_left_alone() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        var other = office.account();
        var reduced = reduced(account, claim, "100.00");
        office.jdbc.update("update claim set account = ? where id = ?", other, claim);
        done("OVERDRAG_DEBITORKONTO", Variant.ONE_ACCOUNT, other, new NoWish());

        assertThat(refused(undo(reduced, Variant.CLAIMS, account, claim)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.ACCOUNT_NOT_OPEN);
                    assertThat(refusal.value()).isEqualTo(other.toString());
                });
    }

    @Test
    void so_is_what_relates_to_a_claim_elsewhere() {
        var account = office.account();
        var main = office.claim(account, "1000.00", DUE);
        var related = office.claim(account, "500.00", DUE);
        var third = office.claim(account, "200.00", DUE);
        var other = office.account();
        done("RELATER_FORDRINGER", Variant.CLAIMS, account, new NoWish(), main, related);
        office.jdbc.update("update claim set account = ? where id = ?", other, related);
        done("OVERDRAG_DEBITORKONTO", Variant.ONE_ACCOUNT, other, new NoWish());

        done("RELATER_FORDRINGER", Variant.CLAIMS, account, new NoWish(), main, third);
        assertThat(refused(office.wish("OPHAEV_RELATION", Variant.CLAIMS, account)
                        .claims(main)
                        .outcome()))
                .extracting(Refusal::reason)
                .containsExactly(Reason.ACCOUNT_NOT_OPEN);
    }

    @Test
    void an_account_with_money_on_it_is_not_closed_again() {
        var account = office.account();
        var other = office.account();
        done("AFSLUT_DEBITORKONTO", Variant.ONE_ACCOUNT, account, new NoWish());
        var opened = done("GENOPTAG_DEBITORKONTO", Variant.ONE_ACCOUNT, account, new NoWish());
        office.payment(other, "100.00", DUE);
        done(office.wish("OMPOSTER_INDBETALINGER", Variant.BETWEEN_ACCOUNTS, other)
                .to(account)
                .with(Wishes.of("OMPOSTER_INDBETALINGER", Wishes.ABSENT)));

        assertThat(refused(undo(opened, Variant.ONE_ACCOUNT, account)))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.ACCOUNT_NOT_SETTLED);
                    assertThat(refusal.args()).containsExactly("0.00", "100.00");
                });
    }

    @Test
    void no_more_fees_come_back_than_the_type_allows() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        office.jdbc.update("update claim set type = 'HUSLEJE' where id = ?", claim);
        fee(account, claim, TODAY.minusDays(45));
        var waived = done(
                "NEDREGULER_RENTE_GEBYR",
                Variant.CLAIMS,
                account,
                Wishes.of("NEDREGULER_RENTE_GEBYR", List.of(CostFamily.REMINDER_FEE)),
                claim);
        fee(account, claim, TODAY.minusDays(30));
        fee(account, claim, TODAY.minusDays(15));
        var last = fee(account, claim, TODAY);

        isInTheWay(last, undo(waived, Variant.CLAIMS, account, claim));
    }

    private UUID fee(UUID account, UUID claim, LocalDate accrued) {
        return done(office.wish("OPRET_RYKKERGEBYR", Variant.CLAIMS, account)
                .on(accrued)
                .with(Wishes.of("OPRET_RYKKERGEBYR", Money.of("100.00")))
                .claims(claim));
    }

    @Test
    void an_ended_liability_comes_back() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        var anna = "urn:oio:cpr-nr:6101010000";
        var bo = "urn:oio:cpr-nr:6201010000";
        for (var party : List.of(anna, bo))
            office.jdbc.update(
                    "insert into liability values (?, ?, ?, ?, ?, null)",
                    Office.AUTHORITY,
                    Ids.next(),
                    claim,
                    party,
                    DUE);
        var one = done("AFSLUT_HAEFTELSE", Variant.CLAIMS, account, Wishes.of("AFSLUT_HAEFTELSE", anna, TODAY), claim);
        assertThat(refused(office.wish("AFSLUT_HAEFTELSE", Variant.CLAIMS, account)
                        .with(Wishes.of("AFSLUT_HAEFTELSE", bo, TODAY))
                        .claims(claim)
                        .outcome()))
                .extracting(Refusal::reason)
                .containsExactly(Reason.LAST_LIABLE_PARTY);
        assertThat(undo(one, Variant.CLAIMS, account, claim)).isInstanceOf(Outcome.CarriedOut.class);
    }

    /** What was undone, or undid, isn't what stands in the way where something else does. */
    @Test
    void what_is_named_can_be_undone() {
        var account = office.account();
        var claim = office.claim(account, "1000.00", DUE);
        var held = turn(account, claim, ClaimState.ON_HOLD);
        var back = turn(account, claim, ClaimState.IN_COLLECTION);
        var again = turn(account, claim, ClaimState.ON_HOLD);
        assertThat(undo(again, Variant.CLAIMS, account, claim)).isInstanceOf(Outcome.CarriedOut.class);

        isInTheWay(back, undo(held, Variant.CLAIMS, account, claim));
    }

    private UUID turn(UUID account, UUID claim, ClaimState to) {
        return done(
                "RET_FORDRING_TILSTAND",
                Variant.CLAIMS,
                account,
                Wishes.of("RET_FORDRING_TILSTAND", to, Wishes.ABSENT),
                claim);
    }

    /** One cause that stands in the way of many claims is told once. */
    @Test
    void is_told_once() {
        var account = office.accountOf(40);
        var held = done(
                "RET_FORDRING_TILSTAND",
                Variant.ONE_ACCOUNT,
                account,
                Wishes.of("RET_FORDRING_TILSTAND", ClaimState.ON_HOLD, Wishes.ABSENT));
        var back = done(
                "RET_FORDRING_TILSTAND",
                Variant.ONE_ACCOUNT,
                account,
                Wishes.of("RET_FORDRING_TILSTAND", ClaimState.IN_COLLECTION, Wishes.ABSENT));

        isInTheWay(back, undo(held, Variant.ONE_ACCOUNT, account));
    }
}
