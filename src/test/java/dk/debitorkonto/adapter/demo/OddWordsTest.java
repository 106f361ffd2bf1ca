package dk.debitorkonto.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Each element of a request in turn says something odd: very long, of rare characters, at the ends of a calendar. Whatever it
 * is, the reply is a receipt by the schema or a fault that blames the caller, and never our own failure.
 */
@DemoUnderTest
class OddWordsTest {

    private static final char COPY = 'a';

    private static final List<String> ODD = List.of(
            "",
            "&#10;x&#9;&#13;",
            "x".repeat(101),
            "æ".repeat(10_000),
            "0".repeat(10_000),
            "\uD83D\uDE00".repeat(100),
            "\uD83D\uDE00".repeat(10_000),
            "urn:oio:" + "y".repeat(240),
            "a\u0301\u202E\u2028&#x85;&#xFFFD;",
            "]]&gt;&lt;script&gt;'\"\\n\\u0000",
            "&#xD800;",
            "0001-01-01",
            "9999-12-31",
            "12345-01-01",
            "9999-12-31T23:59:59.999999999999+14:00",
            "0001-01-01T00:00:00-14:00",
            "99999999999999999999.99",
            "9999999999999.99",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff");

    /** Those that fare differently by type. */
    private static final List<String> ODD_PARAMETERS = List.of(
            "",
            "\uD83D\uDE00".repeat(100),
            "x\uD83D\uDE00".repeat(10_000),
            "æ".repeat(10_000),
            "0001-01-01",
            "9999-12-31",
            "9999999999999.99");

    private static final Set<String> CALLERS =
            Set.of("SchemaValidationFailed", "MessageTooLarge", "ServiceAgreementNotFound", "RouteNotFound");

    private static final Pattern LEAF =
            Pattern.compile("<(\\w+):(\\w+)([^<>]*)>[^<]*</\\1:\\2>", Pattern.UNICODE_CHARACTER_CLASS);

    private final Door door;

    OddWordsTest(@Value("${local.server.port}") int port) {
        door = new Door(port);
    }

    @BeforeAll
    static void someAreThereToBeSent(@Autowired Import imports) throws Exception {
        DemoCopy.into(imports, COPY);
    }

    /** Two parts with all that a head may hold, the others for their parameters. */
    static Stream<Arguments> parts() {
        var whole = Set.of("ANMOD_AFSKRIVNING-E", "FLYT_DAEKNINGER-M");
        return DemoCopy.parts(COPY).stream()
                .map(part -> Arguments.argumentSet(part.name(), part, whole.contains(part.name())));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void are_the_callers_own_fault(DemoCast.Part part, boolean whole) {
        var words = Words.of(part);
        var request = (whole ? full(words) : words).xml();
        assertThat(failures(Door.REQUESTS, request, whole ? ODD : ODD_PARAMETERS, whole ? "" : "VirkningDato|<h:"))
                .isEmpty();
    }

    @Test
    void in_an_answer_are_the_callers_own_fault() {
        var request = Door.resource("golden/DebitorkontoAnmodningSvarAfsend/ukendt-anmodning/request.xml");

        assertThat(failures(Door.ANSWERS, request, ODD, "")).isEmpty();
    }

    /** What the official schema allows at any length is kept, and told again. */
    @Test
    void a_transaction_of_a_long_name_is_carried_out_and_repeated() {
        var request = Words.of(DemoCast.firstCall())
                .identified("long transaction")
                .with("TransaktionsId", "t".repeat(60_000))
                .xml();

        var first = door.post(Door.REQUESTS, request).body();
        var again = door.post(Door.REQUESTS, request).body();

        assertThat(first).contains("t".repeat(60_000));
        assertThat(DemoReply.structure(first)).isEqualTo(DemoReply.WITH_RESULT);
        assertThat(again).contains("t".repeat(60_000)).contains("ADV-01");
    }

    @ParameterizedTest
    @MethodSource("fingerprints")
    void a_fingerprint_that_can_not_be_is_that_of_another_effect(String fingerprint) {
        var request = Words.of(DemoCast.firstCall())
                .identified("fingerprint " + fingerprint)
                .processing("<p:Fingeraftryk>" + fingerprint + "</p:Fingeraftryk>")
                .xml();

        var first = door.post(Door.REQUESTS, request).body();

        assertThat(DemoReply.structure(first)).isEqualTo("HandlingEjGennemførtStruktur");
        assertThat(first).contains(">DKA-415<");
        assertThat(door.post(Door.REQUESTS, request).body())
                .contains(">DKA-415<")
                .contains("ADV-01");
    }

    static Stream<String> fingerprints() {
        return Stream.of("x", "F".repeat(64), "a".repeat(201), "æ".repeat(300), "\uD83D\uDE00".repeat(10_000));
    }

    private List<String> failures(String path, String request, List<String> values, String only) {
        var failures = new ArrayList<String>();
        var leaves = LEAF.matcher(request);
        while (leaves.find()) {
            if (!only.isEmpty()
                    && !Pattern.compile(only).matcher(leaves.group()).find()) continue;
            for (var odd : values) {
                var open = "<" + leaves.group(1) + ":" + leaves.group(2) + leaves.group(3) + ">";
                var changed = request.substring(0, leaves.start())
                        + open
                        + odd
                        + "</" + leaves.group(1) + ":" + leaves.group(2) + ">"
                        + request.substring(leaves.end());
                var wrong = wrong(door.post(path, identifiedAnew(changed, leaves.group(2)))
                        .body());
                if (!wrong.isEmpty())
                    failures.add(leaves.group(2) + " = " + odd.substring(0, Math.min(30, odd.length())) + ": " + wrong);
            }
        }
        return failures;
    }

    /** Each that is sent needs ids of its own, but for the one that is odd. */
    private static String identifiedAnew(String request, String odd) {
        var words = new Words(request);
        for (var id : List.of("DebitorkontoAnmodningIdentifikation", "RequestId"))
            if (!odd.equals(id) && request.contains(":" + id + ">")) words = words.with(id, UUID.randomUUID());
        return words.xml();
    }

    private static String wrong(String reply) {
        try {
            Messages.isInSchema(reply);
        } catch (Exception | AssertionError e) {
            return e.getMessage() + " in " + reply.substring(0, Math.min(2_000, reply.length()));
        }
        var content = Messages.content(Messages.parsed(reply));
        if (!content.getLocalName().equals("Fault")) return "";
        var code = Messages.named(content, "ErrorCode").getFirst().getTextContent();
        return CALLERS.contains(code) ? "" : code;
    }

    /** With all that may be left out. */
    private static Words full(Words words) {
        var head = words.authority(DemoCast.MUNICIPALITY)
                .xml()
                .replaceFirst(
                        "<k:AuthorityContext>",
                        Matcher.quoteReplacement("<k:RequestId>" + UUID.randomUUID() + "</k:RequestId>"
                                + "<k:OnBehalfOfUser>anna</k:OnBehalfOfUser>"
                                + "<k:CallersServiceCallIdentifier>7</k:CallersServiceCallIdentifier>"
                                + "<k:AccountingInfo>konto</k:AccountingInfo><k:AuthorityContext>"))
                .replaceFirst(
                        "</k:Rute>", "</k:Rute><k:Processing><x:Andet xmlns:x=\"urn:x\">1</x:Andet></k:Processing>");
        var instructed = head.contains("AnmodMellemFordringer")
                ? new Words(head).processing("<p:Fingeraftryk>" + "0".repeat(64) + "</p:Fingeraftryk>")
                : new Words(head);
        return instructed
                .with("DebitorkontoAnmodningVirkningDato", "2026-11-24")
                .with("DebitorkontoAnmodningÅrsag", other())
                .with("DebitorkontoAnmodningÅrsagTekst", "fordi")
                .with("DebitorkontoAnmodningSvarSenestDato", "2027-01-01")
                .period("2020-01-01", "2030-01-01");
    }

    private static UUID other() {
        return CatalogueFiles.reasons().stream()
                .filter(HandlingReason::textRequired)
                .map(HandlingReason::uuid)
                .findFirst()
                .orElseThrow();
    }
}
