package dk.debitorkonto.handling;

import java.util.EnumSet;
import java.util.Set;

/** A type that sees its accounts, lists and payments at once. */
public non-sealed interface WholeHandling<W> extends HandlingType<W> {

    /** What is loaded for a type beside the accounts and the listed claims. */
    enum Need {
        /** All claims of the source account, where none are listed. */
        SOURCE_CLAIMS,
        /** All claims of the target account, where none are listed. */
        TARGET_CLAIMS,
        /** The unused payments of the source account, oldest value date first. */
        UNUSED_PAYMENTS,
        /** The claims that relate to the listed ones. */
        RELATED_CLAIMS
    }

    default Set<Need> needs() {
        return EnumSet.noneOf(Need.class);
    }

    /** Whether it changes the claims that relate to the listed ones, and doesn't only ask for them. */
    default boolean changesRelated() {
        return false;
    }

    Verdict decide(W wish, Circumstances circumstances, Situation situation);
}
