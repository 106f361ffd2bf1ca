package dk.debitorkonto.faults;

/** Named points on a request's way from accept to answer, at which a node is killed. */
enum Point {
    /** It is decided, and its key is being taken, before anything else is written. */
    KEY_TAKEN("insert into request (", Moment.AT),
    /** It is decided, and what it books isn't all written. */
    BOOKING("insert into entry", Moment.AT),
    /** All is written, and the database never hears of the commit. */
    DECIDED("insert into request (", Moment.BEFORE_COMMIT),
    /** The receipt is kept, and the node never hears of it: it is sent to nobody. */
    RECEIPT_KEPT("insert into request (", Moment.AFTER_COMMIT),
    /** The receipt is sent, and it isn't kept that it was. */
    RECEIPT_SENT("set told_at", Moment.AT),
    /** A person's word is kept, and the person isn't told. */
    AUTHORISED("insert into authorisation", Moment.AFTER_COMMIT),
    /** What was put off is carried out with its answer, and the database never hears of the commit. */
    ENDING("insert into message (", Moment.BEFORE_COMMIT),
    /** What was put off is carried out, and its answer is sent by nobody yet. */
    ENDED("insert into message (", Moment.AFTER_COMMIT),
    /** The answer has come to the receiver, who hasn't said anything yet. */
    ANSWER_TAKEN("", Moment.AT_RECEIVER),
    /** The receiver has taken the answer, and it isn't kept that it has. */
    ANSWER_SETTLING("insert into attempt", Moment.AT),
    /** It is kept that the receiver has taken the answer, and the node never hears of it. */
    ANSWER_SETTLED("insert into attempt", Moment.AFTER_COMMIT),
    /** An entry is being sealed. */
    SEALING("insert into seal (", Moment.AT),
    /** Entries are sealed, and the node never hears of it. */
    SEALED("insert into seal (", Moment.AFTER_COMMIT);

    /** Where it is, seen from the transaction in which the statement is. */
    enum Moment {
        AT,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AT_RECEIVER
    }

    final String statement;
    final Moment moment;

    Point(String statement, Moment moment) {
        this.statement = statement;
        this.moment = moment;
    }

    boolean isOnWire() {
        return moment != Moment.AT_RECEIVER;
    }
}
