package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.handling.Variant.BETWEEN_ACCOUNTS;
import static dk.debitorkonto.handling.Variant.BETWEEN_CLAIMS;
import static dk.debitorkonto.handling.Variant.CLAIMS;
import static dk.debitorkonto.handling.Variant.ONE_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.HandlingReason;
import dk.debitorkonto.handling.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.w3c.dom.Element;

/**
 * Each code that a request can be refused with: who provokes it, where it is told, and about which element; and which
 * is told of a request that breaks two rules.
 */
@DemoUnderTest
class RefusalTest {

    private static final char COPY = 'f';
    private static final String REJECTED = "AfvisningStruktur";
    private static final String NOT_CARRIED_OUT = "HandlingEjGennemførtStruktur";
    private static final String CLAIM = "FordringIdentifikation";
    private static final String ACCOUNT = "DebitorkontoIdentifikation";
    private static final String TYPE = "DebitorkontoAnmodningHandlingType";
    private static final UUID UNKNOWN = named("unknown");
    /** Of the demo's many: another instance's of the same organisation; another organisation's; of another municipality. */
    private static final UUID SCHOOLS_OWN = named("debitorkonto:demo:account:2");

    private static final UUID STRANGERS = named("debitorkonto:demo:account:10");
    private static final UUID IN_VESTBY = named("debitorkonto:demo:account:6");
    private static final String VESTBY = "22222222";

    private final Door door;

    RefusalTest(@Value("${local.server.port}") int port) {
        this.door = new Door(port);
    }

    @BeforeAll
    static void someAreThereToBeRefused(@Autowired Import imports) throws Exception {
        DemoCopy.into(imports, COPY);
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
                of(new Words(respite.xml().replaceFirst("<d:DebitorkontoAnmodningÅrsag>.*\n", "")), "DKA-104 DebitorkontoAnmodningÅrsag"),
                of(respite.with("DebitorkontoAnmodningÅrsag", UNKNOWN), "DKA-104 DebitorkontoAnmodningÅrsag"),
                of(respite.with("DebitorkontoAnmodningÅrsag", other()), "DKA-104 DebitorkontoAnmodningÅrsagTekst"),
                of(reduce.with("DebitorkontoAnmodningVirkningDato", "2026-11-25"), "DKA-105 DebitorkontoAnmodningVirkningDato"),
                of(reduce.with("DebitorkontoAnmodningVirkningDato", "2023-12-31"), "DKA-105 DebitorkontoAnmodningVirkningDato"),
                of(reduce.with(ACCOUNT, UNKNOWN), "DKA-200 " + ACCOUNT),
                of(reduce.with(ACCOUNT, STRANGERS), "DKA-200 " + ACCOUNT),
                of(move.target(UNKNOWN), "DKA-200 MålDebitorkonto/" + ACCOUNT),
                of(reduce.with(ACCOUNT, SCHOOLS_OWN), "DKA-201 " + ACCOUNT),
                of(words("GENOPTAG_DEBITORKONTO", ONE_ACCOUNT).type(type("AFSLUT_DEBITORKONTO")), "DKA-202 " + ACCOUNT),
                of(move.target(part("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS).account()), "DKA-203 MålDebitorkonto/" + ACCOUNT),
                of(reduce.with(ACCOUNT, IN_VESTBY), "DKA-204 " + ACCOUNT),
                of(reduce.with("ModtagerOrganisation", VESTBY), "DKA-204 " + ACCOUNT),
                of(reduce.claims(claims.getFirst(), UNKNOWN), "DKA-300 " + CLAIM),
                of(reduce.claims(part("OPHAEV_RELATION", CLAIMS).claims().getFirst()), "DKA-301 " + CLAIM),
                of(reduce.claims(claims.getFirst(), claims.getFirst()), "DKA-302 " + CLAIM),
                of(
                        coverage.withoutParameters().targetClaims(part("FLYT_DAEKNINGER", BETWEEN_CLAIMS).claims().getFirst()),
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
                of(words("OVERDRAG_DEBITORKONTO", ONE_ACCOUNT).type(type("GENOPTAG_DEBITORKONTO")), "DKA-400 " + ACCOUNT),
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
                of(on(part("NEDREGULER_FORDRING", CLAIMS), "ANNULLER_AFSKRIVNING"), "DKA-411 " + CLAIM, "DKA-411 " + CLAIM),
                of(move.period("2024-01-01", "2024-12-31"), "DKA-411 " + ACCOUNT),
                of(
                        words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT)
                                .type(type("OVERSEND_TIL_INDDRIVELSE")),
                        "DKA-411 " + ACCOUNT),
                of(
                        fees.target(part("FLYT_FORDRINGER", BETWEEN_ACCOUNTS).targetAccount()),
                        "DKA-413 " + CLAIM,
                        "DKA-413 " + CLAIM),
                of(reduce.with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"), "DKA-414 DebitorkontoAnmodningSvarSenestDato"),
                of(reduce.processing("<p:Fingeraftryk>" + "0".repeat(64) + "</p:Fingeraftryk>"), "DKA-415 Fingeraftryk"));
    }

    /** What is wrong on two levels is told of on the first. */
    static Stream<Arguments> precedences() {
        var reduce = words("NEDREGULER_FORDRING", CLAIMS);
        var claim = part("NEDREGULER_FORDRING", CLAIMS).claims().getFirst();
        var respite = words("GIV_HENSTAND", CLAIMS);
        var asked = part("GIV_HENSTAND", CLAIMS).claims().getFirst();
        var recovered = on(part("TILBAGEKALD_FRA_INDDRIVELSE", CLAIMS), "NEDREGULER_FORDRING");
        var wrongEffect = "<p:Fingeraftryk>" + "0".repeat(64) + "</p:Fingeraftryk>";
        return Stream.of(
                of(REJECTED, reduce.type(UNKNOWN).withoutParameters(), "DKA-100 " + TYPE),
                of(
                        REJECTED,
                        words("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).type(type("NEDREGULER_FORDRING")).with(ACCOUNT, UNKNOWN),
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
                        words("OMPOSTER_INDBETALINGER", BETWEEN_ACCOUNTS).with(ACCOUNT, UNKNOWN).target(SCHOOLS_OWN),
                        "DKA-200 " + ACCOUNT,
                        "DKA-201 MålDebitorkonto/" + ACCOUNT),
                of(
                        REJECTED,
                        reduce.claims(UNKNOWN).with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"),
                        "DKA-300 " + CLAIM),
                of(
                        REJECTED,
                        reduce.claims(UNKNOWN, part("OPHAEV_RELATION", CLAIMS).claims().getFirst()),
                        "DKA-300 " + CLAIM,
                        "DKA-301 " + CLAIM),
                of(
                        NOT_CARRIED_OUT,
                        recovered.with("DebitorkontoAnmodningSvarSenestDato", "2026-11-23"),
                        "DKA-414 DebitorkontoAnmodningSvarSenestDato"),
                of(NOT_CARRIED_OUT, recovered.with("Beløb", "99999.00"), "DKA-401 " + CLAIM, "DKA-401 " + CLAIM),
                of(
                        NOT_CARRIED_OUT,
                        settled("OVERSEND_TIL_INDDRIVELSE"),
                        "DKA-402 " + CLAIM,
                        "DKA-402 " + CLAIM),
                of(
                        NOT_CARRIED_OUT,
                        reduce.with("Beløb", "1000.01").processing(wrongEffect),
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
                        new Words(reduce.xml().replace("</k:Rute>", "<k:ModtagerItSystemInstans>" + UNKNOWN + "</k:ModtagerItSystemInstans></k:Rute>")),
                        "RouteNotFound"),
                of("Fault", reduce.with(TYPE, "no-uuid").with("TransaktionsTid", future), "SchemaValidationFailed"),
                of("Fejl", reduce.withoutRoute().with("TransaktionsTid", future), "CTX-04"),
                of("Fejl", reduce.authority(VESTBY).with("AfsenderItSystemInstans", UNKNOWN), "CTX-03"),
                of("Fault", reduce.with("AfsenderItSystemInstans", UNKNOWN).processing(instruction), "ServiceAgreementNotFound"),
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
                of(REJECTED, first.processing("<p:Fingeraftryk>" + "0".repeat(64) + "</p:Fingeraftryk>"), "DKA-110 Fingeraftryk"),
                of(DemoReply.WITH_RESULT, first.with("TransaktionsId", "another"), "ADV-01"));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejects(Words words, List<String> told) throws Exception {
        refuses(REJECTED, words, told);
    }

    @ParameterizedTest
    @MethodSource("hindrances")
    void can_not_carry_out(Words words, List<String> told) throws Exception {
        refuses(NOT_CARRIED_OUT, words, told);
    }

    @ParameterizedTest
    @MethodSource({"precedences", "heads"})
    void refuses(String structure, Words words, List<String> told) throws Exception {
        isAnswered(structure, words.identified(told + words.xml()), told);
    }

    @ParameterizedTest
    @MethodSource("repeats")
    void takes_an_identification_and_a_request_id_once(String structure, Words words, List<String> told)
            throws Exception {
        for (var name : List.of("first", "other"))
            door.post(
                    Door.REQUESTS,
                    Words.of(DemoCast.firstCall()).identified(name).requestId(named(name + " call")).xml());

        isAnswered(structure, words, told);
    }

    /** Whoever is refused leaves nothing behind that the next would stumble over. */
    private void isAnswered(String structure, Words words, List<String> told) throws Exception {
        var reply = door.post(Door.REQUESTS, words.xml()).body();
        var next = Words.of(DemoCast.firstCall()).identified("after " + structure + told + words.xml());

        Messages.isInSchema(reply);
        assertThat(DemoReply.structure(reply)).as(reply).isEqualTo(structure);
        assertThat(told(reply)).as(reply).isEqualTo(told);
        assertThat(DemoReply.structure(door.post(Door.REQUESTS, next.xml()).body())).isEqualTo(DemoReply.WITH_RESULT);
    }

    /** Codes and elements in the order told. */
    private static List<String> told(String reply) {
        var content = Messages.content(Messages.parsed(reply));
        var told = new ArrayList<String>();
        for (var name : List.of("ErrorCode", "FejlId", "AdvisId"))
            for (var code : Messages.named(content, name)) told.add(code.getTextContent());
        for (var cause : Messages.named(content, "ResultatÅrsagStruktur"))
            told.add(text(cause, "LokalÅrsagKode") + " " + text(cause, "ElementNavn"));
        return told;
    }

    private static String text(Element cause, String name) {
        return Messages.named(cause, name).stream().map(Element::getTextContent).findFirst().orElse("");
    }

    private static Arguments of(Words words, String... told) {
        return Arguments.argumentSet(String.join(", ", told), words, List.of(told));
    }

    private static Arguments of(String structure, Words words, String... told) {
        return Arguments.argumentSet(structure + " " + String.join(", ", told), structure, words, List.of(told));
    }

    private static DemoCast.Part part(String code, Variant variant) {
        return DemoCopy.parts(COPY).stream()
                .filter(part -> part.code().equals(code) && part.variant() == variant)
                .findFirst()
                .orElseThrow();
    }

    private static Words words(String code, Variant variant) {
        return Words.of(part(code, variant));
    }

    /** Another type, with the parameters of its own part, asked for the account and claims of this one. */
    private static Words on(DemoCast.Part part, String code) {
        return words(code, CLAIMS).with(ACCOUNT, part.account()).claims(part.claims().toArray(UUID[]::new));
    }

    /** Of the claims of an account that is settled. */
    private static Words settled(String code) {
        var account = part("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).account().toString();
        var claim = account.substring(0, account.length() - 2);
        return words(code, CLAIMS)
                .with(ACCOUNT, account)
                .claims(UUID.fromString(claim + "11"), UUID.fromString(claim + "12"));
    }

    private static UUID type(String code) {
        return CatalogueFiles.definitions().stream()
                .filter(definition -> definition.code().equals(code))
                .map(HandlingDefinition::uuid)
                .findFirst()
                .orElseThrow();
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
        return Stream.iterate(0, n -> n + 1).limit(count).map(n -> named("claim " + n)).toArray(UUID[]::new);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
