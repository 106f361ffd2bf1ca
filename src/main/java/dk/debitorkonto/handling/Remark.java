package dk.debitorkonto.handling;

import java.util.List;

/** What is told beside a success. */
public record Remark(Kind kind, List<String> args) {

    public enum Kind {
        PARTLY_COVERED("ADV-02"),
        EFFECT_DATE_MOVED("ADV-03"),
        DRY_RUN("ADV-04"),
        CLAIMS_LEFT_OUT("ADV-05");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Remark of(Kind kind, Object... args) {
        return new Remark(
                kind, java.util.Arrays.stream(args).map(Object::toString).toList());
    }

    /** One remark for two of a kind: counts of claims left out add up, else the first says enough. */
    Remark and(Remark other) {
        return kind == Kind.CLAIMS_LEFT_OUT
                ? of(
                        kind,
                        Long.parseLong(args.getFirst())
                                + Long.parseLong(other.args().getFirst()))
                : this;
    }
}
