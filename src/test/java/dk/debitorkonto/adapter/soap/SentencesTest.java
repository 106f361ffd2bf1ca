package dk.debitorkonto.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Remark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {

    private static final Causes CAUSES =
            new Causes(new Sentences(), CodePage.all().values());

    @ParameterizedTest
    @EnumSource(Reason.class)
    void each_reason_has_a_sentence_and_a_page(Reason reason) {
        for (var args : List.of(List.<String>of(), List.of("a"), List.of("a", "b")))
            tells(CAUSES.cause(reason.code(), null, null, "reason." + reason, args)
                    .getLokalAarsagTekst());
    }

    @ParameterizedTest
    @EnumSource(Remark.Kind.class)
    void each_remark_has_a_sentence_and_a_page(Remark.Kind kind) {
        for (var args : List.of(List.<String>of(), List.of("a"), List.of("a", "b")))
            tells(CAUSES.cause(kind.code(), null, null, "remark." + kind, args).getLokalAarsagTekst());
    }

    private static void tells(String sentence) {
        assertThat(sentence).matches("\\p{Lu}.*\\.").doesNotContain("{", "}", "[", "]", "…", "  ", " .");
    }

    @Test
    void a_persons_number_is_never_told() {
        var cause = CAUSES.cause(
                "DKA-103",
                "Part",
                "urn:oio:cpr-nr:6101011234",
                "reason.PARAMETER_DOES_NOT_FIT",
                List.of("610101-1234"));

        assertThat(cause.getElementVaerdi()).isEqualTo("urn:oio:cpr-nr:xxxxxx-xxxx");
        assertThat(cause.getLokalAarsagTekst()).contains("xxxxxx-xxxx").doesNotContain("1234");
    }

    @Test
    void nor_is_it_when_it_is_written_in_another_way() {
        for (var number : List.of("610101 1234", "610101\u00A01234", "610101 - 1234", "610101\u20131234"))
            assertThat(CAUSES.cause("DKA-103", "Part", number, "reason.PARAMETER_INVALID", List.of())
                            .getElementVaerdi())
                    .isEqualTo("xxxxxx-xxxx");
    }

    @Test
    void an_amount_and_a_uuid_are_told_as_they_are() {
        for (var value : List.of("1234567890.00", "12345678-1234-4123-8123-123456789012", "12345678"))
            assertThat(CAUSES.cause("DKA-410", "Beløb", value, "reason.AMOUNT_EXCEEDS", List.of())
                            .getElementVaerdi())
                    .isEqualTo(value);
    }

    @Test
    void what_is_too_long_is_cut() {
        var cause = CAUSES.cause(
                "DKA-103", "x".repeat(200), "æ".repeat(200), "reason.PARAMETER_DOES_NOT_FIT", List.of("y".repeat(600)));

        assertThat(cause.getElementNavn()).hasSize(100);
        assertThat(cause.getElementVaerdi()).hasSize(100).endsWith("…");
        assertThat(cause.getLokalAarsagTekst()).hasSize(500);
        Causes.tellMore(cause, 12);
        assertThat(cause.getLokalAarsagTekst()).hasSizeLessThanOrEqualTo(500).endsWith("… og 12 til.");
    }
}
