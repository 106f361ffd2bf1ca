package dk.debitorkonto.handling;

/** A type that looks at one claim at a time, so that the desk can run it over any number of them. */
public non-sealed interface ClaimHandling<W> extends HandlingType<W> {

    /** Decides one claim, which the catalogue's rules let through. */
    Verdict decide(W wish, Circumstances circumstances, ClaimCase claim);
}
