package dk.debitorkonto.handling;

/** What became of a person's word on a request that waits for one. */
public enum Judgement {
    /** It was taken down; what the request waits for now, or how it ended, stands in its row. */
    TAKEN,
    /** It waits for no person. */
    NOT_WAITING,
    /** What it would do is no longer what the person saw, or what was authorised before; nothing was authorised. */
    PLAN_CHANGED,
    /** The same person authorised it before; another one is needed. */
    SAME_PERSON,
    /** The person may not: it lacks a role. */
    NOT_ALLOWED
}
