package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.handling.Variant.BETWEEN_ACCOUNTS;
import static dk.debitorkonto.handling.Variant.BETWEEN_CLAIMS;
import static dk.debitorkonto.handling.Variant.CLAIMS;
import static dk.debitorkonto.handling.Variant.ONE_ACCOUNT;

import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingReason;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;

/** Each code that a request can be refused with: who provokes it, in which structure it is told, and of which element. */
class RefusalTest extends Refused {

    /** Another organisation's. */
    private static final UUID STRANGERS = named("debitorkonto:demo:account:10");

    private static final UUID IN_VESTBY = named("debitorkonto:demo:account:6");

    RefusalTest(@Value("${local.server.port}") int port) {
        super(port);
    }

    static Stream<Arguments> rejections() {
        var reduce = words("NEDREGULER_FORDRING", CLAIMS);
        var respite = words("GIV_HENSTAND", CLAIMS);
        var move = words("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS);
        var coverage = words("FLYT_DAEKNINGER", BETWEEN_CLAIMS);
        var claims = part("NEDREGULER_FORDRING", CLAIMS).claims();
        return Stream.of(
                of(reduce.type(UNKNOWN), "DKA-100 " + TYPE),
                of(words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).type(type("RELATER_FORDRINGER")), "DKA-102 " + TYPE),
                of(reduce.withoutParameters(), "DKA-103 NedregulerFordring"),
                of(reduce.with("Beløb", "0.00"), "DKA-103 Beløb"),
                of(reduce.with("Beløb", "1.005"), "DKA-103 Beløb"),
                of(reduce.parameters("<h:Modregn></h:Modregn>"), "DKA-103 Modregn"),
                of(words("RELATER_FORDRINGER", CLAIMS).parameters("<h:Modregn></h:Modregn>"), "DKA-103 Modregn"),
                of(words("RELATER_FORDRINGER", CLAIMS).claims(claims.getFirst()), "DKA-103 " + CLAIM),
                of(
                        words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).period("2025-01-01", "2025-12-31"),
                        "DKA-103 UdgangspunktPeriodeFraOgMedDato"),
                of(words("TILBAGEFOER_HANDLING", CLAIMS), "DKA-103 AnmodningIdentifikation"),
                of(
                        new Words(respite.xml().replaceFirst("<d:DebitorkontoAnmodningÅrsag>.*\n", "")),
                        "DKA-104 DebitorkontoAnmodningÅrsag"),
                of(respite.with("DebitorkontoAnmodningÅrsag", UNKNOWN), "DKA-104 DebitorkontoAnmodningÅrsag"),
                of(respite.with("DebitorkontoAnmodningÅrsag", other()), "DKA-104 DebitorkontoAnmodningÅrsagTekst"),
                of(
                        reduce.with("DebitorkontoAnmodningVirkningDato", "2026-11-25"),
                        "DKA-105 DebitorkontoAnmodningVirkningDato"),
                of(
                        reduce.with("DebitorkontoAnmodningVirkningDato", "2023-12-31"),
                        "DKA-105 DebitorkontoAnmodningVirkningDato"),
                of(reduce.with(ACCOUNT, UNKNOWN), "DKA-200 " + ACCOUNT),
                of(reduce.with(ACCOUNT, STRANGERS), "DKA-200 " + ACCOUNT),
                of(move.target(UNKNOWN), "DKA-200 MålDebitorkonto/" + ACCOUNT),
                of(reduce.with(ACCOUNT, SCHOOLS_OWN), "DKA-201 " + ACCOUNT),
                of(words("GENOPTAG_DEBITORKONTO", ONE_ACCOUNT).type(type("AFSLUT_DEBITORKONTO")), "DKA-202 " + ACCOUNT),
                of(
                        move.target(
                                part("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS).account()),
                        "DKA-203 MålDebitorkonto/" + ACCOUNT),
                of(reduce.with(ACCOUNT, IN_VESTBY), "DKA-204 " + ACCOUNT),
                of(reduce.with("ModtagerOrganisation", VESTBY), "DKA-204 " + ACCOUNT),
                of(reduce.claims(claims.getFirst(), UNKNOWN), "DKA-300 " + CLAIM),
                of(reduce.claims(part("OPHAEV_RELATION", CLAIMS).claims().getFirst()), "DKA-301 " + CLAIM),
                of(reduce.claims(claims.getFirst(), claims.getFirst()), "DKA-302 " + CLAIM),
                of(
                        coverage.withoutParameters()
                                .targetClaims(part("FLYT_DAEKNINGER", BETWEEN_CLAIMS)
                                        .claims()
                                        .getFirst()),
                        "DKA-303 MålFordringListe/" + CLAIM),
                of(reduce.claims(many(10_001)), "DKA-304 " + CLAIM),
                of(respite.with("TilOgMedDato", "2026-11-30"), "DKA-305 TilOgMedDato"),
                of(respite.period("2025-12-31", "2025-01-01"), "DKA-305 UdgangspunktPeriodeTilOgMedDato"));
    }

    static Stream<Arguments> hindrances() {
        var reduce = words("NEDREGULER_FORDRING", CLAIMS);
        var move = words("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS);
        var fees = words("FLYT_RENTER_OG_GEBYRER", BETWEEN_ACCOUNTS);
        return Stream.of(
                of(on(part("OPHOER_HENSTAND", CLAIMS), "OPRET_RYKKERGEBYR"), "DKA-400 " + CLAIM, "DKA-400 " + CLAIM),
                of(
                        words("OPHOER_HENSTAND", CLAIMS).with("SidsteDato", "2027-06-30"),
                        "DKA-400 " + CLAIM,
                        "DKA-400 " + CLAIM),
                of(words("OVERDRAG_DEBITORKONTO", ONE_ACCOUNT).type(type("AFSLUT_DEBITORKONTO")), "DKA-400 " + ACCOUNT),
                of(
                        words("OVERDRAG_DEBITORKONTO", ONE_ACCOUNT).type(type("GENOPTAG_DEBITORKONTO")),
                        "DKA-400 " + ACCOUNT),
                of(
                        on(part("TILBAGEKALD_FRA_INDDRIVELSE", CLAIMS), "NEDREGULER_FORDRING"),
                        "DKA-401 " + CLAIM,
                        "DKA-401 " + CLAIM),
                of(
                        on(part("TILBAGEKALD_FRA_INDDRIVELSE", CLAIMS), "RET_FORDRING_TILSTAND"),
                        "DKA-400 " + CLAIM,
                        "DKA-400 " + CLAIM),
                of(settled("OPRET_RYKKERGEBYR"), "DKA-402 " + CLAIM, "DKA-402 " + CLAIM),
                of(reduce.with("Beløb", "1000.01"), "DKA-410 " + CLAIM, "DKA-410 " + CLAIM),
                of(move.with("Beløb", "750.01"), "DKA-410 Beløb"),
                of(
                        on(part("NEDREGULER_FORDRING", CLAIMS), "ANNULLER_AFSKRIVNING"),
                        "DKA-411 " + CLAIM,
                        "DKA-411 " + CLAIM),
                of(move.period("2024-01-01", "2024-12-31"), "DKA-411 " + ACCOUNT),
                of(
                        words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).type(type("OVERSEND_TIL_INDDRIVELSE")),
                        "DKA-411 " + ACCOUNT),
                of(
                        fees.target(
                                part("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS).account()),
                        "DKA-413 " + CLAIM,
                        "DKA-413 " + CLAIM),
                of(
                        reduce.with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"),
                        "DKA-414 DebitorkontoAnmodningSvarSenestDato"),
                of(reduce.processing(WRONG_EFFECT), "DKA-415 Fingeraftryk"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejects(Words words, List<String> told) throws Exception {
        isAnswered(REJECTED, words.identified(told + words.xml()), told);
    }

    @ParameterizedTest
    @MethodSource("hindrances")
    void can_not_carry_out(Words words, List<String> told) throws Exception {
        isAnswered(NOT_CARRIED_OUT, words.identified(told + words.xml()), told);
    }

    /** The reason that says nothing without a text. */
    private static UUID other() {
        return CatalogueFiles.reasons().stream()
                .filter(HandlingReason::textRequired)
                .map(HandlingReason::uuid)
                .findFirst()
                .orElseThrow();
    }

    private static UUID[] many(int count) {
        return Stream.iterate(0, n -> n + 1)
                .limit(count)
                .map(n -> named("claim " + n))
                .toArray(UUID[]::new);
    }
}
