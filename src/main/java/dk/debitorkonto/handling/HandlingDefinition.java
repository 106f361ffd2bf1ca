package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A handling type's page of the catalogue ({@code handlings/<CODE>.yaml}): all of it that is data.
 *
 * @param validFrom the day of receipt from which the type is taken
 * @param persons how many different persons the row itself asks for
 * @param accountAlone the variants in which no claim's state is asked
 * @param states the states in which a claim can be taken; empty where that isn't the catalogue's to say
 * @param takes what a claim of the account, or of the source list, must have
 * @param targetTakes what a claim of the target must have; absent where the type looks at none
 */
public record HandlingDefinition(
        String code,
        UUID uuid,
        String title,
        LocalDate validFrom,
        Set<Variant> variants,
        Mode mode,
        int persons,
        Success success,
        boolean reasonRequired,
        PeriodUse period,
        Set<Variant> accountAlone,
        Set<ClaimState> states,
        Takes takes,
        @Nullable Takes targetTakes,
        @Nullable ParameterElement parameters,
        String explanation) {

    /** The one element that carries a type's parameters on the wire. */
    public record ParameterElement(String element, List<Child> children) {

        /** Whether the element may be left out, as all in it may. */
        public boolean optional() {
            return children.stream().allMatch(Child::optional);
        }
    }

    /**
     * A child of the parameter element and the component of the type's record that it becomes.
     *
     * @param name the element's local name on the wire
     * @param values the wire's codes and ours
     * @param children of a repeated group
     */
    public record Child(
            String name,
            String component,
            Kind kind,
            boolean optional,
            Map<String, String> values,
            List<Child> children) {

        public enum Kind {
            AMOUNT,
            DATE,
            CODE,
            CODES,
            UUID,
            TEXT,
            ROWS
        }
    }

    boolean isAboutAccountAlone(Variant variant) {
        return accountAlone.contains(variant);
    }

    /** Whether a request of {@code variant} may bring a period. */
    boolean takesPeriod(Variant variant) {
        return period != PeriodUse.NOT_TAKEN && (!isAboutAccountAlone(variant) || period == PeriodUse.PAYMENTS_VALUED);
    }
}
