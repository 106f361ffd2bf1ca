package dk.debitorkonto.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handling did or would do.
 *
 * @param objects each claim and account that changes; empty where they are more than {@link #MOST_OBJECTS}
 * @param sum the claims' amounts together, only where they are more
 */
public record Result(
        String type,
        Mode mode,
        String ruleVersion,
        String fingerprint,
        long count,
        List<Effect> objects,
        @Nullable Sum sum) {

    /** As many objects as a receipt tells one by one. */
    public static final int MOST_OBJECTS = 1000;

    /** Amounts of all objects before and after. */
    public record Sum(Amounts before, Amounts after) {}
}
