package dk.debitorkonto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That a digest tells every row of words from every other. */
class DigestTest {

    @Test
    void tells_rows_of_words_apart() {
        var rows = Stream.of(
                words(),
                words(""),
                words((String) null),
                words("", ""),
                words("", null),
                words(null, ""),
                words("a\nb"),
                words("a", "b"),
                words("ab"),
                words("ab", ""),
                words("", "ab"),
                words("a\u001fb"),
                words("a", "", "b"),
                words("a", null, "b"));

        assertThat(rows.map(DigestTest::hex).toList()).doesNotHaveDuplicates();
    }

    /** Seals and fingerprints that are kept must be found again. */
    @Test
    void stays_what_it_is() {
        assertThat(hex(words("abc", null, "")))
                .isEqualTo("361b2a434530c2cca45db5d28d0a24a3b5f3d6e23948505b4b7c377751e8a731");
    }

    private static List<@Nullable String> words(@Nullable String... words) {
        return Arrays.asList(words);
    }

    private static String hex(List<@Nullable String> words) {
        var digest = new Digest();
        words.forEach(digest::say);
        return digest.hex();
    }
}
