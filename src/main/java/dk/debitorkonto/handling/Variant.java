package dk.debitorkonto.handling;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/** The four forms of a request, with the letter that the catalogue uses for each. */
public enum Variant {
    ONE_ACCOUNT("E"),
    CLAIMS("F"),
    BETWEEN_ACCOUNTS("K"),
    BETWEEN_CLAIMS("M");

    private final String letter;

    Variant(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    @JsonCreator
    public static Variant of(String letter) {
        return Arrays.stream(values())
                .filter(variant -> variant.letter.equals(letter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no variant " + letter));
    }

    /** Whether the request lists its claims, so that one that doesn't fit refuses all. */
    public boolean listsClaims() {
        return this == CLAIMS || this == BETWEEN_CLAIMS;
    }

    public boolean hasTarget() {
        return this == BETWEEN_ACCOUNTS || this == BETWEEN_CLAIMS;
    }
}
