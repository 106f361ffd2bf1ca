package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.PeerRows;
import dk.debitorkonto.outbox.Message;
import dk.debitorkonto.outbox.Outbox;
import java.time.Clock;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The desk's third entrance, for what is carried out by debtor systems outside: keeps what they said to requests that were passed
 * on to them, and takes their answers.
 *
 * <p>Nothing is kept before the debtor system has said something. So whatever is killed in between, the request's sender has no
 * receipt, sends the same again, and it goes out again under the same identification, by which the debtor system knows it.
 */
@Component
public class RoutedDesk {

    private final Transactions transactions;
    private final Clock clock;
    private final PeerRows rows;
    private final Desktop desktop;

    /** What the desk reads and writes with. */
    @Component
    record Desktop(Catalogue catalogue, Repeats repeats, Outbox outbox) {}

    RoutedDesk(PlatformTransactionManager transactions, Clock clock, PeerRows rows, Desktop desktop) {
        this.transactions = new Transactions(transactions);
        this.clock = clock;
        this.rows = rows;
        this.desktop = desktop;
    }

    /** Keeps the receipt under the request's key. Of several copies that were passed on at once, the first one's is kept. */
    public Reply keep(Submission submission, Reply.PassOn on, PeerReceipt receipt) {
        var type = desktop.catalogue().name(submission.request().handlingType());
        var row = new PeerRows.PassedOn(
                Ids.next(),
                submission,
                submission.requestId(),
                type,
                on.peer().id(),
                on.receivedAt(),
                clock.instant(),
                receipt);
        var passedOn = new Reply.PassedOn(receipt.text(), receipt.promises());
        return transactions.run(transaction -> rows.insert(row) ? passedOn : taken(row, passedOn));
    }

    /** It has its effect outside. That its RequestId was taken meanwhile by another request is no reason to forget it. */
    private Reply taken(PeerRows.PassedOn row, Reply passedOn) {
        var before = desktop.repeats().ofSameIdentification(row.submission());
        if (before.isPresent()) return before.get();
        if (rows.insert(row.withoutRequestId())) return passedOn;
        // There to be tried again.
        throw new ConcurrencyFailureException("a key was taken between two looks");
    }

    /**
     * Takes an answer, once: keeps it, ends the request, and owes the answer to the request's sender, all in one transaction.
     *
     * <p>It is under the lock of the request's row that the answer's fate is decided, so that of two at once one waits, and then
     * finds the other.
     */
    public AnswerReply take(PeerAnswer answer) {
        return transactions.run(transaction -> inTransaction(answer));
    }

    private AnswerReply inTransaction(PeerAnswer answer) {
        var head = answer.head();
        var asked = rows.lock(answer).orElse(null);
        if (asked != null
                && head.authority() != null
                && !head.authority().equals(asked.addressee().authority()))
            return new AnswerReply.HeaderRefused("CTX-03", "");
        if (!rows.isDebtorSystem(head.from())) return new AnswerReply.NoAgreement();
        if (head.unavailable() != null) return new AnswerReply.HeaderRefused("CTX-05", head.unavailable());
        if (head.requestId() != null && rows.isUsedForAnother(head.from().instance(), head.requestId(), answer.id()))
            return new AnswerReply.HeaderRefused("CTX-01", "");
        if (asked == null) return refused(AnswerReply.Why.REQUEST_UNKNOWN);
        if (!head.from().instance().equals(asked.passedTo())) return refused(AnswerReply.Why.WRONG_SENDER);
        var before = rows.before(answer.id(), asked.id());
        if (!before.isEmpty()) return again(answer, asked, before.getFirst());
        if (!asked.waits()) return refused(AnswerReply.Why.NOT_DEFERRED);
        return rows.isSent(answer.id()) ? refused(AnswerReply.Why.ANSWERED_OTHERWISE) : accepted(answer, asked);
    }

    private static AnswerReply again(PeerAnswer answer, PeerRows.Asked asked, PeerRows.Before before) {
        var isSame = before.id().equals(answer.id()) && before.request().equals(asked.id());
        if (!isSame) return refused(AnswerReply.Why.ANSWERED_OTHERWISE);
        return before.content().equals(answer.content())
                ? new AnswerReply.TakenBefore(before.receipt(), before.receivedAt())
                : new AnswerReply.Refused(AnswerReply.Why.ANSWERED_OTHERWISE, before.content());
    }

    private static AnswerReply refused(AnswerReply.Why why) {
        return new AnswerReply.Refused(why, null);
    }

    private AnswerReply accepted(PeerAnswer answer, PeerRows.Asked asked) {
        var now = clock.instant();
        var receipt = answer.receipt().get();
        rows.take(answer, asked.id(), receipt, now);
        var to = asked.addressee();
        desktop.outbox()
                .put(new Message(
                        answer.id(),
                        to.authority(),
                        asked.id(),
                        to.sender().instance(),
                        answer.message().apply(to),
                        now,
                        Message.notBefore(asked.promisedAt(), now)));
        return new AnswerReply.Taken(receipt);
    }
}
