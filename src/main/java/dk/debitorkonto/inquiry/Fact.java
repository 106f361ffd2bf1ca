package dk.debitorkonto.inquiry;

import java.util.UUID;

/**
 * What turns: one fact of a claim or an account.
 *
 * @param kind as the change log names it
 * @param part the respite or liability; else the subject again
 */
record Fact(String kind, UUID subject, UUID part) {

    static Fact of(String kind, UUID subject) {
        return new Fact(kind, subject, subject);
    }
}
