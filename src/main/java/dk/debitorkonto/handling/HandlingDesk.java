package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.handling.jdbc.Registry;
import dk.debitorkonto.handling.jdbc.RequestRows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/**
 * The one desk for every wish to change the books: earlier outcome by key, lock and load, decide, apply, receipt; in one
 * transaction, so that a request has its whole effect and its receipt, or neither.
 */
@Component
public class HandlingDesk {

    /** Where the days of the contract begin and end. */
    public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Transactions transactions;
    private final Clock clock;
    private final Catalogue catalogue;
    private final Decider decider;
    private final Instance instance;
    private final Desktop desktop;

    /** What the desk writes with. */
    @Component
    record Desktop(Registry registry, RequestRows requests, Repeats repeats, Books books, Wakeups wakeups) {}

    HandlingDesk(
            PlatformTransactionManager transactions,
            Clock clock,
            Catalogue catalogue,
            Decider decider,
            Instance instance,
            Desktop desktop) {
        this.transactions = new Transactions(transactions);
        this.clock = clock;
        this.catalogue = catalogue;
        this.decider = decider;
        this.instance = instance;
        this.desktop = desktop;
    }

    /** Decides a request, or finds what was decided before. */
    public Reply submit(Submission submission) {
        try {
            return transactions.run(transaction -> inTransaction(submission, transaction));
        } catch (DuplicateKeyException taken) {
            // A copy was decided meanwhile, and kept; of this one nothing is.
            return transactions
                    .run(transaction -> desktop.repeats().of(submission))
                    .orElseThrow(() -> taken);
        }
    }

    private Reply inTransaction(Submission submission, TransactionStatus transaction) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, COPENHAGEN);
        var type = catalogue.name(submission.request().handlingType());
        var registered = desktop.registry().ask(submission, type, today);
        var stranger = stranger(submission, registered);
        if (stranger != null) return stranger;
        if (submission.unavailable() != null) return new Reply.HeaderRefused("CTX-05", submission.unavailable());
        var peer = registered.route();
        if (peer != null) return passOn(submission, new Reply.PassOn(peer, now));
        var id = Ids.next();
        var pages = new Pages(id, transaction, desktop.books(), desktop.requests());
        var purpose = submission.dryRun() ? Job.Purpose.TRY : Job.Purpose.RECEIVE;
        var job = new Job(id, submission, registered, now, today, pages, purpose);
        if (submission.dryRun()) return dryRun(job, transaction);
        return registered.keyUsed() ? before(submission) : carryOut(job, type);
    }

    private @Nullable Reply stranger(Submission submission, Registered registered) {
        if (!registered.system()) return new Reply.NoAgreement();
        if (!registered.authority()) return new Reply.NoRoute();
        if (!registered.agreement()) return new Reply.NoAgreement();
        var receiver = submission.receiver();
        if (receiver == null || receiver.equals(instance.id())) return null;
        var peer = registered.route();
        return peer != null && receiver.equals(peer.id()) ? null : new Reply.NoRoute();
    }

    private Reply dryRun(Job job, TransactionStatus transaction) {
        var decided = decider.decide(job);
        transaction.setRollbackOnly();
        return new Reply.Decided(decided.outcome(), job.submission().receipt().apply(decided.outcome()));
    }

    private Reply before(Submission submission) {
        return desktop.repeats()
                .of(submission)
                .orElseThrow(() -> new IllegalStateException("a key that is taken is found"));
    }

    /** What was said before holds, whoever said it. */
    private Reply passOn(Submission submission, Reply.PassOn on) {
        if (submission.dryRun() || submission.fingerprint() != null) return new Reply.OnlyHere();
        return desktop.repeats().of(submission).orElse(on);
    }

    private Reply carryOut(Job job, String type) {
        var decided = decider.decide(job);
        var outcome = decided.outcome();
        var receipt = job.submission().receipt().apply(outcome);
        var writes = desktop.requests().begin();
        var received = new RequestRows.Received(job.id(), job.submission(), type, job.now());
        desktop.requests().keep(writes, received, ended(decided, receipt));
        var plan = decided.plan();
        var waits = outcome instanceof Outcome.Deferred;
        if (plan != null) job.books().last(plan, waits ? Pages.Use.SHOW : Pages.Use.BOOK, writes);
        writes.send();
        if (!waits && decided.undoes() != null) desktop.requests().markUndone(decided.undoes(), job.id());
        if (outcome instanceof Outcome.Deferred deferred) putOff(job, deferred);
        return new Reply.Decided(outcome, receipt);
    }

    private void putOff(Job job, Outcome.Deferred deferred) {
        if (deferred.waitingFor() == Outcome.WaitingFor.DATE) desktop.wakeups().onDate(job.id(), job.effectDate());
        if (deferred.answerBy() != null) desktop.wakeups().afterDeadline(job.id(), deferred.answerBy());
    }

    private RequestRows.Ended ended(Decided decided, String receipt) {
        var plan = decided.plan();
        var result = decided.result();
        return new RequestRows.Ended(
                decided.outcome(),
                receipt,
                decided.effectDate(),
                result == null ? null : result.fingerprint(),
                plan == null ? null : plan.amount().oere(),
                clock.instant(),
                plan == null ? 0 : plan.persons());
    }

    /** The id that others address this system by. */
    public record Instance(UUID id) {}
}
