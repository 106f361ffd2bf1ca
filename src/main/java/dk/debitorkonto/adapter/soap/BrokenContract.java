package dk.debitorkonto.adapter.soap;

import org.jspecify.annotations.Nullable;

/** A message that can't be answered in the contract's own words, but by a SOAP fault. */
public final class BrokenContract extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Who is to blame, as SOAP's fault codes tell it. */
    public enum Blame {
        CALLER,
        US,
        /** A header that had to be understood and isn't. */
        HEADER,
        /** An envelope of no version that we know. */
        VERSION
    }

    private final String code;
    private final Blame blame;
    private final int status;
    private final @Nullable String reason;

    private BrokenContract(String code, Blame blame, int status, String text, @Nullable String reason) {
        super(text, null, false, false);
        this.code = code;
        this.blame = blame;
        this.status = status;
        this.reason = reason;
    }

    public static BrokenContract of(String code, Blame blame, String text) {
        return new BrokenContract(code, blame, 0, text, null);
    }

    /** Not well-formed, not in the shape of a SOAP message, or not in the schema. */
    public static BrokenContract schema(String text) {
        return of("SchemaValidationFailed", Blame.CALLER, text);
    }

    public static BrokenContract schema(Blame blame, String text) {
        return of("SchemaValidationFailed", blame, text);
    }

    public static BrokenContract tooLarge(String what) {
        return new BrokenContract(
                "MessageTooLarge", Blame.CALLER, 413, "The message is too large: " + what + ".", null);
    }

    public static BrokenContract tooMany() {
        return new BrokenContract(
                "TooManyRequests", Blame.US, 429, "Too many calls at the same time. Try again in a moment.", null);
    }

    /** What HTTP has a status of its own for. */
    public static BrokenContract http(int status, String text) {
        return new BrokenContract("SchemaValidationFailed", Blame.CALLER, status, text, null);
    }

    /** What a request was passed on to gave no receipt; what it gave instead is for the log. */
    public static BrokenContract unavailable(String reason) {
        return new BrokenContract(
                "ReceiverUnavailable",
                Blame.US,
                0,
                "The debtor system that the municipality's requests are passed on to gave no receipt."
                        + " Send the same request again later, under the same identification.",
                reason);
    }

    /** All that fails in security looks the same outside. */
    public static BrokenContract security(String reason) {
        return new BrokenContract(
                "InvalidSecurityToken", Blame.CALLER, 0, "The message's security could not be accepted.", reason);
    }

    /** The code of the error list. */
    public String code() {
        return code;
    }

    Blame blame() {
        return blame;
    }

    int status(Soap version) {
        return status == 0 ? version.status(blame) : status;
    }

    /** What the log of calls tells and the caller isn't told. */
    String reason() {
        return reason == null ? String.valueOf(getMessage()) : reason;
    }
}
