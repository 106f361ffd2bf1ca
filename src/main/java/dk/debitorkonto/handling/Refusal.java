package dk.debitorkonto.handling;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason against a request, and where in it.
 *
 * @param parameter the component, or the element on the wire, where {@code element} is PARAMETER
 * @param value the offending value; never a person's number
 * @param args what the sentence tells besides
 * @param more how many refusals of the same level aren't told one by one; said with the last that is
 */
public record Refusal(
        Reason reason,
        Element element,
        @Nullable String parameter,
        @Nullable String value,
        List<String> args,
        long more) {

    public Refusal(
            Reason reason, Element element, @Nullable String parameter, @Nullable String value, List<String> args) {
        this(reason, element, parameter, value, args, 0);
    }

    /** The parts of a request. */
    public enum Element {
        HANDLING_TYPE,
        PARAMETERS,
        PARAMETER,
        EFFECT_DATE,
        REASON,
        REASON_TEXT,
        ANSWER_BY,
        PERIOD_FROM,
        PERIOD_TO,
        ACCOUNT,
        TARGET_ACCOUNT,
        CLAIM,
        TARGET_CLAIM,
        FINGERPRINT
    }

    public static Refusal of(Reason reason, Element element, @Nullable Object value, Object... args) {
        return new Refusal(reason, element, null, value == null ? null : value.toString(), texts(args));
    }

    public static Refusal ofParameter(Reason reason, String parameter, @Nullable Object value, Object... args) {
        return new Refusal(reason, Element.PARAMETER, parameter, value == null ? null : value.toString(), texts(args));
    }

    public static Refusal ofClaim(Reason reason, UUID claim, Object... args) {
        return of(reason, Element.CLAIM, claim, args);
    }

    private static List<String> texts(Object... args) {
        return java.util.Arrays.stream(args).map(Object::toString).toList();
    }
}
