package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.adapter.demo.DemoStage.kr;
import static dk.debitorkonto.handling.Variant.BETWEEN_ACCOUNTS;
import static dk.debitorkonto.handling.Variant.BETWEEN_CLAIMS;
import static dk.debitorkonto.handling.Variant.CLAIMS;
import static dk.debitorkonto.handling.Variant.ONE_ACCOUNT;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Variant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** What each part of {@link DemoCast} looks like before its request is sent; a new type comes last, with the next number. */
final class DemoScenes {

    private static final YearMonth SEPTEMBER = YearMonth.of(2025, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2025, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2025, 11);
    private static final YearMonth AHEAD = YearMonth.of(2027, 1);
    private static final LocalDate PAID = LocalDate.of(2025, 12, 1);
    private static final LocalDate PAID_LATER = LocalDate.of(2025, 12, 15);

    /**
     * A part to be set up.
     *
     * @param number the type's in the ids
     */
    record Scene(int number, String code, Variant variant, Consumer<DemoStage> setting) {}

    private static final List<Scene> SCENES = List.of(
            new Scene(1, "AFSLUT_DEBITORKONTO", ONE_ACCOUNT, DemoScenes::settled),
            new Scene(2, "AFSLUT_HAEFTELSE", CLAIMS, DemoScenes::jointLiability),
            new Scene(3, "ANMOD_AFSKRIVNING", ONE_ACCOUNT, DemoScenes::givenUp),
            new Scene(3, "ANMOD_AFSKRIVNING", CLAIMS, DemoScenes::givenUpInPart),
            new Scene(4, "ANNULLER_AFSKRIVNING", CLAIMS, DemoScenes::writtenOff),
            new Scene(5, "ANNULLER_FORDRING", CLAIMS, DemoScenes::uncovered),
            new Scene(6, "EJERSKIFTE", BETWEEN_ACCOUNTS, DemoScenes::newOwner),
            new Scene(7, "FLYT_DAEKNINGER", BETWEEN_ACCOUNTS, DemoScenes::paidOnTheWrongAccount),
            new Scene(7, "FLYT_DAEKNINGER", BETWEEN_CLAIMS, DemoScenes::paidOnTheWrongClaims),
            new Scene(8, "FLYT_FORDRINGER", BETWEEN_ACCOUNTS, DemoScenes::open),
            new Scene(9, "FLYT_RENTER_OG_GEBYRER", BETWEEN_ACCOUNTS, DemoScenes::corresponding),
            new Scene(9, "FLYT_RENTER_OG_GEBYRER", BETWEEN_CLAIMS, DemoScenes::corresponding),
            new Scene(10, "GENOPTAG_DEBITORKONTO", ONE_ACCOUNT, DemoScenes::closed),
            new Scene(11, "GIV_HENSTAND", ONE_ACCOUNT, DemoScenes::inNeedOfRespite),
            new Scene(11, "GIV_HENSTAND", CLAIMS, DemoScenes::inNeedOfRespite),
            new Scene(12, "MODREGN", BETWEEN_ACCOUNTS, DemoScenes::offsetInPart),
            new Scene(12, "MODREGN", BETWEEN_CLAIMS, DemoScenes::offset),
            new Scene(13, "NEDREGULER_FORDRING", CLAIMS, DemoScenes::tooHigh),
            new Scene(14, "NEDREGULER_RENTE_GEBYR", ONE_ACCOUNT, DemoScenes::chargedInError),
            new Scene(14, "NEDREGULER_RENTE_GEBYR", CLAIMS, DemoScenes::chargedInError),
            new Scene(15, "OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS, DemoScenes::unused),
            new Scene(16, "OPHAEV_RELATION", CLAIMS, DemoScenes::related),
            new Scene(17, "OPHOER_HENSTAND", ONE_ACCOUNT, DemoScenes::inRespite),
            new Scene(17, "OPHOER_HENSTAND", CLAIMS, DemoScenes::inRespite),
            new Scene(18, "OPRET_RYKKERGEBYR", CLAIMS, DemoScenes::overdue),
            new Scene(19, "OVERDRAG_DEBITORKONTO", ONE_ACCOUNT, DemoScenes::open),
            new Scene(20, "OVERSEND_TIL_INDDRIVELSE", ONE_ACCOUNT, DemoScenes::reminded),
            new Scene(20, "OVERSEND_TIL_INDDRIVELSE", CLAIMS, DemoScenes::reminded),
            new Scene(21, "RELATER_FORDRINGER", CLAIMS, DemoScenes::open),
            new Scene(22, "RET_FORDRING_TILSTAND", ONE_ACCOUNT, DemoScenes::toBeCollected),
            new Scene(22, "RET_FORDRING_TILSTAND", CLAIMS, DemoScenes::toBeHeld),
            new Scene(23, "STOP_RYKKER", ONE_ACCOUNT, DemoScenes::notToBeReminded),
            new Scene(23, "STOP_RYKKER", CLAIMS, DemoScenes::notToBeReminded),
            new Scene(24, "TILBAGEBETAL_INDBETALING", ONE_ACCOUNT, DemoScenes::refundable),
            new Scene(25, "TILBAGEFOER_HANDLING", ONE_ACCOUNT, undoing("RET_FORDRING_TILSTAND", DemoScenes::toBeHeld)),
            new Scene(25, "TILBAGEFOER_HANDLING", CLAIMS, undoing("NEDREGULER_FORDRING", DemoScenes::tooHigh)),
            new Scene(
                    25,
                    "TILBAGEFOER_HANDLING",
                    BETWEEN_ACCOUNTS,
                    undoing("OMPOSTER_INDBETALINGER", DemoScenes::unused)),
            new Scene(
                    25,
                    "TILBAGEFOER_HANDLING",
                    BETWEEN_CLAIMS,
                    undoing("FLYT_DAEKNINGER", DemoScenes::paidOnTheWrongClaims)),
            new Scene(26, "TILBAGEKALD_FRA_INDDRIVELSE", CLAIMS, DemoScenes::inRecovery));

    private static final Scene FIRST_CALL = new Scene(0, "NEDREGULER_FORDRING", CLAIMS, DemoScenes::large);

    private DemoScenes() {}

    /** Adds the rows of all parts. */
    static List<DemoCast.Part> into(DemoDocument document) {
        return SCENES.stream().map(scene -> set(document, scene)).toList();
    }

    static DemoCast.Part firstCall(DemoDocument document) {
        return set(document, FIRST_CALL);
    }

    private static DemoCast.Part set(DemoDocument document, Scene scene) {
        var stage = new DemoStage(document, scene);
        scene.setting().accept(stage);
        return stage.part();
    }

    private static Consumer<DemoStage> undoing(String code, Consumer<DemoStage> setting) {
        return setting.andThen(stage -> stage.undoes(code));
    }

    private static void large(DemoStage stage) {
        stage.claim(SEPTEMBER, 100_000);
        stage.parameters("NedregulerFordring", "<h:Beløb>100.00</h:Beløb>");
    }

    private static void settled(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).covered(kr(1_000), PAID);
        stage.claim(OCTOBER, 1_000).covered(kr(1_000), PAID_LATER);
    }

    private static void closed(DemoStage stage) {
        settled(stage);
        stage.state(AccountState.CLOSED);
    }

    private static void open(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 1_200).covered(kr(500), PAID);
        stage.claim(NOVEMBER, 800).state(ClaimState.REGISTERED);
    }

    private static void jointLiability(DemoStage stage) {
        var parties = List.of(stage.debtor(1), stage.debtor(3));
        for (var month : List.of(SEPTEMBER, OCTOBER)) {
            var claim = stage.claim(month, 1_000);
            parties.forEach(claim::liable);
        }
        stage.parameters(
                "AfslutHæftelse", "<h:Part>" + parties.getLast() + "</h:Part><h:SidsteDato>2025-12-31</h:SidsteDato>");
    }

    private static void givenUp(DemoStage stage) {
        reminded(stage);
        stage.reason("UERHOLDELIG");
    }

    private static void givenUpInPart(DemoStage stage) {
        givenUp(stage);
        stage.parameters("AnmodAfskrivning", "<h:Beløb>500.00</h:Beløb>");
    }

    private static void writtenOff(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).writtenOff(kr(1_000), PAID);
        stage.claim(OCTOBER, 1_000).covered(kr(400), PAID).writtenOff(kr(250), PAID);
    }

    private static void uncovered(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).reminded(kr(250), PAID);
        stage.claim(AHEAD, 1_000).state(ClaimState.REGISTERED);
    }

    private static void newOwner(DemoStage stage) {
        stage.claim(AHEAD, 2_400, "RENOVATION").state(ClaimState.REGISTERED);
        stage.claim(AHEAD, 5_600, "EJENDOMSSKAT").state(ClaimState.REGISTERED);
        stage.effectDate(LocalDate.of(2026, 12, 1));
    }

    private static void paidOnTheWrongAccount(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).covered(kr(1_000), PAID);
        stage.claim(OCTOBER, 1_000).covered(kr(600), PAID_LATER);
        stage.targetClaim(SEPTEMBER, 1_000);
        stage.targetClaim(OCTOBER, 600);
    }

    private static void paidOnTheWrongClaims(DemoStage stage) {
        var from = stage.claim(SEPTEMBER, 1_000).covered(kr(1_000), PAID);
        var to = stage.targetClaim(NOVEMBER, 750);
        stage.parameters(
                "FlytDækninger",
                "<h:Fordeling><h:FraFordring>%s</h:FraFordring><h:TilFordring>%s</h:TilFordring><h:Beløb>750.00</h:Beløb></h:Fordeling>"
                        .formatted(from.id, to.id));
    }

    private static void corresponding(DemoStage stage) {
        for (var month : List.of(SEPTEMBER, OCTOBER)) {
            stage.claim(month, 1_000)
                    .charge(CostFamily.LATE_INTEREST, kr(20), PAID)
                    .reminded(kr(250), PAID);
            stage.targetClaim(month, 1_000);
        }
        stage.parameters(
                "FlytRenterOgGebyrer",
                "<h:ObjektType>OPKRÆVNINGSRENTE</h:ObjektType><h:ObjektType>RYKKERGEBYR</h:ObjektType>");
    }

    private static void inNeedOfRespite(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 1_000).covered(kr(300), PAID);
        stage.reason("BETALINGSEVNE");
        stage.parameters(
                "GivHenstand",
                "<h:FraOgMedDato>2026-12-01</h:FraOgMedDato><h:TilOgMedDato>2027-05-31</h:TilOgMedDato>");
    }

    private static void offset(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).covered(kr(1_000), PAID);
        stage.unused(1_500, PAID);
        stage.targetClaim(OCTOBER, 1_000);
        stage.targetClaim(NOVEMBER, 500).onHold(null);
    }

    private static void offsetInPart(DemoStage stage) {
        offset(stage);
        stage.parameters("Modregn", "<h:Beløb>1000.00</h:Beløb>");
    }

    private static void tooHigh(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 1_000).covered(kr(950), PAID);
        stage.parameters("NedregulerFordring", "<h:Beløb>100.00</h:Beløb>");
    }

    private static void chargedInError(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000)
                .charge(CostFamily.LATE_INTEREST, kr(30), PAID)
                .reminded(kr(250), PAID);
        stage.claim(OCTOBER, 1_000).reminded(kr(250), PAID).reminded(kr(250), PAID_LATER);
        stage.parameters(
                "NedregulerRenteGebyr",
                "<h:ObjektType>OPKRÆVNINGSRENTE</h:ObjektType><h:ObjektType>RYKKERGEBYR</h:ObjektType>");
    }

    private static void unused(DemoStage stage) {
        stage.unused(400, PAID);
        stage.unused(350, PAID_LATER);
        stage.parameters("OmposterIndbetalinger", "<h:Beløb>600.00</h:Beløb>");
    }

    private static void refundable(DemoStage stage) {
        stage.unused(400, PAID);
        stage.unused(350, PAID_LATER);
        stage.parameters("TilbagebetalIndbetaling", "<h:Beløb>600.00</h:Beløb>");
    }

    private static void related(DemoStage stage) {
        var main = stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 100).relatesTo(main);
        stage.claim(NOVEMBER, 100).relatesTo(main);
    }

    private static void inRespite(DemoStage stage) {
        for (var month : List.of(SEPTEMBER, OCTOBER))
            stage.claim(month, 1_000).respite(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 3, 31));
        stage.parameters("OphørHenstand", "<h:SidsteDato>2026-11-30</h:SidsteDato>");
    }

    private static void overdue(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 150, "BIBLIOTEK");
        stage.parameters("OpretRykkergebyr", "<h:Beløb>100.00</h:Beløb>");
    }

    private static void reminded(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000)
                .charge(CostFamily.LATE_INTEREST, kr(30), PAID)
                .reminded(kr(250), PAID);
        stage.claim(OCTOBER, 1_000).covered(kr(200), PAID).reminded(kr(250), PAID_LATER);
    }

    private static void inRecovery(DemoStage stage) {
        for (var month : List.of(SEPTEMBER, OCTOBER))
            DemoStage.inRecovery(stage.claim(month, 1_000)).charge(CostFamily.RECOVERY_INTEREST, kr(12), PAID_LATER);
        stage.parameters("Tilbagekald", "<h:Kode>HENS</h:Kode>");
    }

    private static void toBeCollected(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000).onHold(null);
        stage.claim(AHEAD, 1_000).state(ClaimState.REGISTERED);
        stage.parameters("RetFordringTilstand", "<h:NyTilstand>TIL_OPKRÆVNING</h:NyTilstand>");
    }

    private static void toBeHeld(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 1_000).covered(kr(300), PAID);
        stage.parameters(
                "RetFordringTilstand",
                "<h:NyTilstand>I_BERO</h:NyTilstand><h:TilOgMedDato>2027-12-31</h:TilOgMedDato>");
    }

    private static void notToBeReminded(DemoStage stage) {
        stage.claim(SEPTEMBER, 1_000);
        stage.claim(OCTOBER, 1_000);
        stage.parameters("StopRykker", "<h:TilOgMedDato>2027-01-31</h:TilOgMedDato>");
    }
}
