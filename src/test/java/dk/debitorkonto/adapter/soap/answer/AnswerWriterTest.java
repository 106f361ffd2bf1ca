package dk.debitorkonto.adapter.soap.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.debitorkonto.adapter.soap.DoorUnderTest;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.request.Structures;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.LateAnswer;
import dk.debitorkonto.handling.Mode;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Result;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.handling.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xmlunit.assertj3.XmlAssert;

/** Each outcome gets its golden answer: the same XML, valid by the schemas that we serve. */
@DoorUnderTest
class AnswerWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/DebitorkontoAnmodningSvarAfsend");
    private static final UUID CLAIM = UUID.fromString("8f2c6f7e-1b7d-4a52-8c55-0d9f4e3a1101");
    private static final UUID ACCOUNT = UUID.fromString("3d4b1f0a-5c1e-4c39-9f0e-2a6d1b7c8e01");

    private final AnswerWriter writer;

    AnswerWriterTest(@Autowired Structures structures, @Autowired Pen pen) {
        writer = new AnswerWriter(
                structures,
                pen,
                new HandlingDesk.Instance(UUID.fromString("0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f")),
                () -> Instant.parse("2026-03-02T08:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "svar-gennemfoert",
                "svar-gennemfoert-med-bemaerkning",
                "svar-gennemfoert-med-resultat",
                "svar-ej-gennemfoert",
                "svar-afvist-siden"
            })
    void answers_as_before(String name) throws Exception {
        var written = writer.write(answer(outcome(name)));

        var golden = GOLDEN.resolve(name + "/answer.xml");
        // Only where there is none: one that differs is read by a person.
        if (Files.notExists(golden)) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, Messages.indented(written));
        }
        XmlAssert.assertThat(written)
                .and(Files.readString(golden))
                .normalizeWhitespace()
                .areSimilar();
        Messages.isInSchema(written);
        Messages.hasMarkOrList(written);
    }

    @Test
    void the_same_answer_gets_the_same_words() {
        var answer = answer(outcome("svar-gennemfoert"));

        assertThat(writer.write(answer)).isEqualTo(writer.write(answer));
    }

    @Test
    void what_still_waits_is_no_answer() {
        var deferred =
                new Outcome.Deferred(Outcome.WaitingFor.DATE, java.time.LocalDate.of(2026, 3, 9), null, List.of());

        assertThatThrownBy(() -> writer.write(answer(deferred))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome outcome(String name) {
        return switch (name) {
            case "svar-gennemfoert" -> new Outcome.CarriedOut(null, List.of());
            case "svar-gennemfoert-med-bemaerkning" ->
                new Outcome.CarriedOut(null, List.of(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, 3)));
            case "svar-gennemfoert-med-resultat" ->
                new Outcome.CarriedOut(
                        new Result(
                                "FLYT_FORDRINGER", Mode.LATER, "daekning-2026-1", "a".repeat(64), 0, List.of(), null),
                        List.of());
            case "svar-ej-gennemfoert" ->
                new Outcome.NotCarriedOut(List.of(
                        Refusal.of(Reason.CLAIM_TWICE, Refusal.Element.TARGET_CLAIM, CLAIM),
                        Refusal.ofClaim(Reason.AMOUNT_EXCEEDS, CLAIM, "1234.56")));
            default ->
                new Outcome.Rejected(List.of(Refusal.of(Reason.ACCOUNT_UNKNOWN, Refusal.Element.ACCOUNT, ACCOUNT)));
        };
    }

    private static LateAnswer answer(Outcome outcome) {
        var request = new HandlingRequest(
                UUID.fromString("7a1d9c3e-2b4f-4e68-8d5c-9b0a1f2e3c4d"),
                UUID.fromString("11111111-2222-4333-8444-555555555555"),
                Variant.BETWEEN_CLAIMS,
                ACCOUNT,
                ACCOUNT,
                List.of(CLAIM),
                List.of(CLAIM),
                null,
                null,
                null,
                null,
                null,
                null,
                new HandlingRequest.Parameters.Read(new NoWish()));
        return new LateAnswer(
                UUID.fromString("5e6f7a8b-9c0d-4e1f-a2b3-c4d5e6f7a8b9"),
                request,
                new Sender("25313763", UUID.fromString("d0000000-0000-4000-8000-000000000001")),
                "11111111",
                "fagsystem-2026-000123",
                outcome,
                DoorUnderTest.NOW);
    }
}
