package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.handling.Variant.BETWEEN_ACCOUNTS;
import static dk.debitorkonto.handling.Variant.CLAIMS;
import static dk.debitorkonto.handling.Variant.ONE_ACCOUNT;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;

/** What is told of a request that breaks two rules, and what is said before the desk looks at the request itself. */
class PrecedenceTest extends Refused {

    PrecedenceTest(@Value("${local.server.port}") int port) {
        super(port);
    }

    /** What is wrong on two levels is told of on the first. */
    static Stream<Arguments> precedences() {
        var reduce = words("NEDREGULER_FORDRING", CLAIMS);
        var claim = part("NEDREGULER_FORDRING", CLAIMS).claims().getFirst();
        var respite = words("GIV_HENSTAND", CLAIMS);
        var asked = part("GIV_HENSTAND", CLAIMS).claims().getFirst();
        var recovered = on(part("TILBAGEKALD_FRA_INDDRIVELSE", CLAIMS), "NEDREGULER_FORDRING");
        return Stream.of(
                of(REJECTED, reduce.type(UNKNOWN).withoutParameters(), "DKA-100 " + TYPE),
                of(
                        REJECTED,
                        words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT)
                                .type(type("NEDREGULER_FORDRING"))
                                .with(ACCOUNT, UNKNOWN),
                        "DKA-102 " + TYPE),
                of(
                        REJECTED,
                        respite.withoutParameters()
                                .with("DebitorkontoAnmodningVirkningDato", "2023-12-31")
                                .with("DebitorkontoAnmodningÅrsag", UNKNOWN)
                                .claims(asked, asked),
                        "DKA-103 GivHenstand",
                        "DKA-104 DebitorkontoAnmodningÅrsag",
                        "DKA-105 DebitorkontoAnmodningVirkningDato",
                        "DKA-302 " + CLAIM),
                of(REJECTED, reduce.withoutParameters().with(ACCOUNT, UNKNOWN), "DKA-103 NedregulerFordring"),
                of(REJECTED, reduce.claims(claim, claim).with(ACCOUNT, SCHOOLS_OWN), "DKA-302 " + CLAIM),
                of(REJECTED, respite.with("TilOgMedDato", "2026-11-30").with(ACCOUNT, UNKNOWN), "DKA-305 TilOgMedDato"),
                of(REJECTED, reduce.with(ACCOUNT, UNKNOWN).claims(UNKNOWN), "DKA-200 " + ACCOUNT),
                of(
                        REJECTED,
                        words("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS)
                                .with(ACCOUNT, UNKNOWN)
                                .target(SCHOOLS_OWN),
                        "DKA-200 " + ACCOUNT,
                        "DKA-201 MålDebitorkonto/" + ACCOUNT),
                of(
                        REJECTED,
                        reduce.claims(UNKNOWN).with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"),
                        "DKA-300 " + CLAIM),
                of(
                        REJECTED,
                        reduce.claims(
                                UNKNOWN,
                                part("OPHAEV_RELATION", CLAIMS).claims().getFirst()),
                        "DKA-300 " + CLAIM,
                        "DKA-301 " + CLAIM),
                of(
                        NOT_CARRIED_OUT,
                        recovered.with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"),
                        "DKA-414 DebitorkontoAnmodningSvarSenestDato"),
                of(NOT_CARRIED_OUT, recovered.with("Beløb", "99999.00"), "DKA-401 " + CLAIM, "DKA-401 " + CLAIM),
                of(NOT_CARRIED_OUT, settled("OVERSEND_TIL_INDDRIVELSE"), "DKA-402 " + CLAIM, "DKA-402 " + CLAIM),
                of(
                        NOT_CARRIED_OUT,
                        reduce.with("Beløb", "1000.01").processing(WRONG_EFFECT),
                        "DKA-410 " + CLAIM,
                        "DKA-410 " + CLAIM));
    }

    /** What the head says, before the desk looks at the request itself. */
    static Stream<Arguments> heads() {
        var reduce = words("NEDREGULER_FORDRING", CLAIMS);
        var future = "2099-01-01T00:00:00Z";
        var instruction = "<p:Prøvekørt/>";
        return Stream.of(
                of("Fejl", reduce.withoutRoute(), "CTX-02"),
                of("Fejl", reduce.authority(VESTBY), "CTX-03"),
                of("Fejl", reduce.with("TransaktionsTid", future), "CTX-04"),
                of("Fejl", reduce.processing(instruction), "CTX-05"),
                of("Fault", reduce.with("AfsenderItSystemInstans", UNKNOWN), "ServiceAgreementNotFound"),
                of("Fault", reduce.with("AfsenderOrganisation", "66666666"), "ServiceAgreementNotFound"),
                of("Fault", reduce.with("ModtagerOrganisation", "33333333"), "ServiceAgreementNotFound"),
                of("Fault", reduce.with("ModtagerOrganisation", "44444444"), "RouteNotFound"),
                of(
                        "Fault",
                        new Words(reduce.xml()
                                .replace(
                                        "</k:Rute>",
                                        "<k:ModtagerItSystemInstans>" + UNKNOWN
                                                + "</k:ModtagerItSystemInstans></k:Rute>")),
                        "RouteNotFound"),
                of("Fault", reduce.with(TYPE, "no-uuid").with("TransaktionsTid", future), "SchemaValidationFailed"),
                of("Fejl", reduce.withoutRoute().with("TransaktionsTid", future), "CTX-04"),
                of("Fejl", reduce.authority(VESTBY).with("AfsenderItSystemInstans", UNKNOWN), "CTX-03"),
                of(
                        "Fault",
                        reduce.with("AfsenderItSystemInstans", UNKNOWN).processing(instruction),
                        "ServiceAgreementNotFound"),
                of("Fejl", reduce.processing(instruction).type(UNKNOWN), "CTX-05"));
    }

    /** What was sent before stands in the way: this RequestId, this identification. */
    static Stream<Arguments> repeats() {
        var first = Words.of(DemoCast.firstCall()).identified("first").requestId(named("first call"));
        var other = Words.of(DemoCast.firstCall()).identified("other").requestId(named("other call"));
        var reused = first.identified("second");
        return Stream.of(
                of("Fejl", reused, "CTX-01"),
                of("Fejl", reused.type(UNKNOWN), "CTX-01"),
                of("Fejl", reused.processing("<p:Prøvekørt/>"), "CTX-05"),
                of("Fejl", other.with("RequestId", named("first call")).with("Beløb", "101.00"), "CTX-01"),
                of(REJECTED, first.with("Beløb", "101.00"), "DKA-110 Beløb"),
                of(REJECTED, first.type(UNKNOWN), "DKA-110 " + TYPE),
                of(REJECTED, first.processing(WRONG_EFFECT), "DKA-110 Fingeraftryk"),
                of(DemoReply.WITH_RESULT, first.with("TransaktionsId", "another"), "ADV-01"));
    }

    @ParameterizedTest
    @MethodSource({"precedences", "heads"})
    void tells_the_first(String structure, Words words, List<String> told) throws Exception {
        isAnswered(structure, words.identified(told + words.xml()), told);
    }

    @ParameterizedTest
    @MethodSource("repeats")
    void takes_an_identification_and_a_request_id_once(String structure, Words words, List<String> told)
            throws Exception {
        for (var name : List.of("first", "other"))
            sent(Words.of(DemoCast.firstCall()).identified(name).requestId(named(name + " call")));

        isAnswered(structure, words, told);
    }
}
