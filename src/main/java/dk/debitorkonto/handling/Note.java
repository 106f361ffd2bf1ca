package dk.debitorkonto.handling;

/** Why a request that was put off waits again. */
public enum Note {
    /** What it would do isn't any more what was decided, or authorised, before. */
    PLAN_CHANGED
}
