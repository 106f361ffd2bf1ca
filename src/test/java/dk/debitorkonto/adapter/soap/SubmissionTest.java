package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Read;
import dk.debitorkonto.handling.HandlingRequest.Parameters.Unread;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.handling.Submission;
import dk.debitorkonto.handling.Variant;
import dk.debitorkonto.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the desk is handed, and what becomes of what it says. */
@DoorUnderTest
class SubmissionTest {

    private static final UUID ACCOUNT = UUID.fromString("3d4b1f0a-5c1e-4c39-9f0e-2a6d1b7c8e01");
    private static final UUID TARGET = UUID.fromString("3d4b1f0a-5c1e-4c39-9f0e-2a6d1b7c8e02");
    private static final UUID CLAIM = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1101");
    private static final UUID OTHER_CLAIM = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1102");

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private DoorUnderTest.Desk desk;

    private volatile String stored = "";

    @BeforeEach
    void answer() {
        desk.answers(submission -> decided(submission, new Outcome.CarriedOut(null, List.of())));
    }

    private Reply decided(Submission submission, Outcome outcome) {
        stored = submission.receipt().apply(outcome);
        return new Reply.Decided(outcome, stored);
    }

    @Test
    void one_account() {
        var submission = submitted(golden("gennemfoert"));

        assertThat(submission.sender())
                .isEqualTo(new Sender("25313763", UUID.fromString("5b0f3c7d-98a4-4d1f-8e6b-7c2d1a9f4e10")));
        assertThat(submission.authority()).isEqualTo("11111111");
        assertThat(submission.transactionId()).isEqualTo("fagsystem-2026-000123");
        assertThat(submission.requestId()).hasToString("0e4b8a52-6d3f-4c17-a9b8-1f2e3d4c5b6a");
        assertThat(submission.receiver()).hasToString("c1a7e2d4-3f58-4b6a-9c0d-8e7f6a5b4c3d");
        assertThat(submission.unavailable()).isNull();
        assertThat(submission.dryRun()).isFalse();
        assertThat(submission.request().variant()).isEqualTo(Variant.ONE_ACCOUNT);
        assertThat(submission.request().account()).isEqualTo(ACCOUNT);
        assertThat(submission.request().claims()).isEmpty();
        assertThat(submission.request().parameters())
                .isEqualTo(new Read(new StubTypes.OfState(StubTypes.NewState.ON_HOLD, LocalDate.of(2026, 5, 1))));
    }

    @Test
    void claims() {
        var request = submitted(golden("gennemfoert-med-resultat")).request();

        assertThat(request.variant()).isEqualTo(Variant.CLAIMS);
        assertThat(request.claims()).containsExactly(CLAIM, OTHER_CLAIM);
        assertThat(request.effectDate()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(request.parameters()).isEqualTo(new Read(new StubTypes.OfAmount(new Money(10_000))));
    }

    @Test
    void between_accounts_and_between_claims() {
        var accounts = submitted(golden("gennemfoert-med-sum")).request();
        assertThat(accounts.variant()).isEqualTo(Variant.BETWEEN_ACCOUNTS);
        assertThat(accounts.targetAccount()).isEqualTo(TARGET);

        var claims = submitted(golden("afvisning")).request();
        assertThat(claims.variant()).isEqualTo(Variant.BETWEEN_CLAIMS);
        assertThat(claims.claims()).containsExactly(CLAIM);
        assertThat(claims.targetClaims()).containsExactly(OTHER_CLAIM);
    }

    @Test
    void all_that_is_optional() {
        var request = submitted(golden("accept-uden-handling-status")
                        .replace("<d:DebitorkontoIdentifikation>", """
                            <d:DebitorkontoAnmodningÅrsag>9ac6e7cc-01e1-5da4-8e01-a11211920ae7</d:DebitorkontoAnmodningÅrsag>
                            <d:DebitorkontoAnmodningÅrsagTekst>på grund af æ</d:DebitorkontoAnmodningÅrsagTekst>
                            <d:DebitorkontoAnmodningSvarSenestDato>2026-04-01</d:DebitorkontoAnmodningSvarSenestDato>
                            <d:DebitorkontoIdentifikation>\
                            """)
                        .replace("</d:AnmodEnDebitorkonto_I>", """
                            <d:UdgangspunktPeriodeFraOgMedDato>2026-01-01</d:UdgangspunktPeriodeFraOgMedDato>
                            <d:UdgangspunktPeriodeTilOgMedDato>2026-01-31Z</d:UdgangspunktPeriodeTilOgMedDato>
                            </d:AnmodEnDebitorkonto_I>\
                            """))
                .request();

        assertThat(request.reason()).hasToString("9ac6e7cc-01e1-5da4-8e01-a11211920ae7");
        assertThat(request.reasonText()).isEqualTo("på grund af æ");
        assertThat(request.answerBy()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(request.periodFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(request.periodTo()).isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void wrong_parameters_are_the_desks_to_refuse() {
        var request = submitted(golden("gennemfoert").replace("I_BERO", "BERO")).request();

        assertThat(request.parameters())
                .isInstanceOfSatisfying(
                        Unread.class,
                        unread -> assertThat(unread.refusals())
                                .containsExactly(Refusal.ofParameter(Reason.PARAMETER_INVALID, "NyTilstand", "BERO")));
    }

    @Test
    void a_fingerprint_is_asked_for_and_makes_other_content() {
        var plain = submitted(golden("gennemfoert"));
        var with = submitted(
                golden("gennemfoert")
                        .replace(
                                "</k:HovedOplysninger>",
                                "<k:Processing><p:Fingeraftryk"
                                    + " xmlns:p=\"urn:debitorkonto:processing:1\">abc</p:Fingeraftryk></k:Processing></k:HovedOplysninger>"));

        assertThat(with.fingerprint()).isEqualTo("abc");
        assertThat(with.content()).isNotEqualTo(plain.content());
        assertThat(submitted(golden("proevekoersel")).dryRun()).isTrue();
    }

    @Test
    void another_head_is_the_same_content() {
        var one = submitted(golden("gennemfoert"));
        var other = submitted(golden("gennemfoert-soap12"));

        assertThat(other.content()).isEqualTo(one.content());
    }

    @Test
    void what_is_stored_is_what_is_sent() {
        var response = new Door(port).post(Door.REQUESTS, golden("gennemfoert"));

        assertThat(stored)
                .startsWith("<d:AnmodEnDebitorkonto_O")
                .contains("<d:HandlingGennemførtStruktur>", "xmlns:k=");
        assertThat(response.body()).contains("Body>" + stored + "</");
    }

    @ParameterizedTest
    @CsvSource({"99", "100", "101", "250"})
    void at_most_a_hundred_refusals_are_told(int count) {
        desk.answers(submission -> decided(
                submission,
                new Outcome.Rejected(Stream.generate(() -> Refusal.ofClaim(Reason.CLAIM_UNKNOWN, CLAIM))
                        .limit(count)
                        .toList())));

        var body = new Door(port).post(Door.REQUESTS, golden("gennemfoert")).body();

        assertThat(body.split("<d:ResultatÅrsagStruktur>", -1)).hasSize(Math.min(count, 100) + 1);
        if (count > 100) assertThat(body).contains("… og " + (count - 100) + " til.");
        else assertThat(body).doesNotContain(" til.");
    }

    @Test
    void how_many_more_the_desk_left_untold_is_told() {
        var last = new Refusal(Reason.CLAIM_UNKNOWN, Refusal.Element.CLAIM, null, CLAIM.toString(), List.of(), 50);
        desk.answers(submission -> decided(submission, new Outcome.Rejected(List.of(last))));

        assertThat(new Door(port).post(Door.REQUESTS, golden("gennemfoert")).body())
                .contains("… og 50 til.");
    }

    @Test
    void a_state_is_told_by_its_word_on_the_wire() {
        var refusal = Refusal.ofClaim(Reason.STATE_FORBIDS, CLAIM, ClaimState.ANNULLED);
        desk.answers(submission -> decided(submission, new Outcome.NotCarriedOut(List.of(refusal))));

        assertThat(new Door(port).post(Door.REQUESTS, golden("gennemfoert")).body())
                .contains("Fordringens tilstand ANNULLERET tillader");
    }

    @ParameterizedTest
    @CsvSource({"30, false", "120, true"})
    void a_clock_may_be_a_minute_ahead(long seconds, boolean refused) {
        var time = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);

        var body = new Door(port)
                .post(Door.REQUESTS, golden("gennemfoert").replace("2026-03-02T09:15:00+01:00", time.toString()))
                .body();

        assertThat(body.contains("CTX-04")).isEqualTo(refused);
    }

    @Test
    void a_time_without_zone_is_danish() {
        var local = java.time.LocalDateTime.now(Head.DENMARK).truncatedTo(ChronoUnit.SECONDS);
        var message = golden("gennemfoert");

        assertThat(new Door(port)
                        .post(
                                Door.REQUESTS,
                                message.replace(
                                        "2026-03-02T09:15:00+01:00",
                                        local.toString() + (local.getSecond() == 0 ? ":00" : "")))
                        .body())
                .doesNotContain("CTX-04");
        assertThat(new Door(port)
                        .post(
                                Door.REQUESTS,
                                message.replace(
                                        "2026-03-02T09:15:00+01:00",
                                        local.plusMinutes(3)
                                                .withNano(0)
                                                .withSecond(1)
                                                .toString()))
                        .body())
                .contains("CTX-04");
    }

    private Submission submitted(String message) {
        var response = new Door(port).post(Door.REQUESTS, message);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Objects.requireNonNull(desk.last());
    }

    private static String golden(String name) {
        return Door.resource("golden/DebitorkontoAnmodningAfsend/" + name + "/request.xml");
    }
}
