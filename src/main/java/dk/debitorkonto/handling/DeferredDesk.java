package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.handling.jdbc.DeferredRows;
import dk.debitorkonto.handling.jdbc.DeferredRows.Deferred;
import dk.debitorkonto.handling.jdbc.DeferredRows.Said;
import dk.debitorkonto.handling.jdbc.DeferredRows.Word;
import dk.debitorkonto.handling.jdbc.Registry;
import dk.debitorkonto.handling.jdbc.RequestRows;
import dk.debitorkonto.work.WorkSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/**
 * The desk's second entrance, for requests that were put off: a person says yes or no, their date comes, or their deadline passes.
 *
 * <p>Each call is one transaction, under the lock of the request's row. What was decided at the receipt is decided anew, by the
 * same {@link Decider} under the same locks; effect, outcome and the answer that is owed are written together or not at all.
 */
@Component
public class DeferredDesk {

    private final Transactions transactions;
    private final Clock clock;
    private final Decider decider;
    private final Ending ending;
    private final Desktop desktop;

    /** What the desk reads and writes with. */
    @Component
    record Desktop(
            Catalogue catalogue,
            Registry registry,
            RequestRows requests,
            DeferredRows deferred,
            Books books,
            Wakeups wakeups,
            DeskSettings settings,
            WorkSettings work) {}

    /** A person's word, with the fingerprint of the plan that it saw, where it says so. */
    public record Statement(
            Person person, String comment, @Nullable String fingerprint) {}

    DeferredDesk(
            PlatformTransactionManager transactions, Clock clock, Decider decider, Ending ending, Desktop desktop) {
        this.transactions = new Transactions(transactions, desktop.work().timeLimit());
        this.clock = clock;
        this.decider = decider;
        this.ending = ending;
        this.desktop = desktop;
    }

    /** Carries the request out where it waits for its date, and that has come; else does nothing. */
    public void carryOut(UUID request) {
        inTransaction(request, sitting -> {
            var kept = sitting.kept();
            if (kept.waitingFor() != Outcome.WaitingFor.DATE) return Judgement.NOT_WAITING;
            if (kept.isOver(sitting.today())) expire(sitting);
            else if (kept.effectDate().isAfter(sitting.today()))
                desktop.wakeups().onDate(kept.id(), kept.effectDate());
            else carryOut(sitting);
            return Judgement.TAKEN;
        });
    }

    /** Ends the request where its sender's deadline has passed while it waited for us; else does nothing. */
    public void expire(UUID request) {
        inTransaction(request, sitting -> {
            if (sitting.kept().isOver(sitting.today())) expire(sitting);
            return Judgement.TAKEN;
        });
    }

    /** Authorises the plan as it is kept, if it is still what would be done; the last that is needed lets it go on to its date. */
    public Judgement authorise(UUID request, Statement statement) {
        return inTransaction(request, sitting -> {
            if (!sitting.kept().waitsForPerson()) return Judgement.NOT_WAITING;
            if (!statement.person().mayDecide()) return Judgement.NOT_ALLOWED;
            if (!sitting.kept().isOver(sitting.today())) return authorise(sitting, statement);
            say(sitting, statement, Said.AUTHORISED);
            expire(sitting);
            return Judgement.TAKEN;
        });
    }

    /** Ends the request, not carried out. */
    public Judgement decline(UUID request, Statement statement) {
        return inTransaction(request, sitting -> {
            if (!sitting.kept().waitsForPerson()) return Judgement.NOT_WAITING;
            if (!statement.person().mayDecide()) return Judgement.NOT_ALLOWED;
            say(sitting, statement, Said.DECLINED);
            refuse(sitting, Refusal.of(Reason.NOT_AUTHORISED, Refusal.Element.HANDLING_TYPE, null));
            return Judgement.TAKEN;
        });
    }

    /** Has a request whose carrying out was parked tried again. */
    public Judgement resume(UUID request, Statement statement) {
        return inTransaction(request, sitting -> {
            var kept = sitting.kept();
            if (!desktop.wakeups().isParked(kept.id())) return Judgement.NOT_WAITING;
            if (!statement.person().mayDecide()) return Judgement.NOT_ALLOWED;
            say(sitting, statement, Said.RESUMED);
            if (kept.waitingFor() == Outcome.WaitingFor.DATE) desktop.wakeups().onDate(kept.id(), kept.effectDate());
            if (kept.answerBy() != null) desktop.wakeups().afterDeadline(kept.id(), kept.answerBy());
            return Judgement.TAKEN;
        });
    }

    /** A request under its lock, and the time at which it is looked at. */
    private record Sitting(
            Deferred kept,
            Catalogue.Item item,
            HandlingRequest request,
            TransactionStatus transaction,
            Instant now,
            LocalDate today) {}

    private Judgement inTransaction(UUID request, Function<Sitting, Judgement> work) {
        return transactions.run(transaction -> desktop.deferred()
                .lock(request)
                .map(kept -> work.apply(sitting(kept, transaction)))
                .orElse(Judgement.NOT_WAITING));
    }

    private Sitting sitting(Deferred kept, TransactionStatus transaction) {
        var item = desktop.catalogue()
                .find(kept.handlingType())
                .orElseThrow(() -> new IllegalStateException("the catalogue no longer has " + kept.handlingType()));
        var request = kept.request(item.type().wishType());
        var now = clock.instant();
        return new Sitting(kept, item, request, transaction, now, LocalDate.ofInstant(now, HandlingDesk.COPENHAGEN));
    }

    private void carryOut(Sitting sitting) {
        var kept = sitting.kept();
        desktop.deferred().dropEffects(kept.id());
        var job = job(sitting, Job.Purpose.CARRY_OUT_LATER);
        var decided = decider.decide(job);
        var plan = decided.plan();
        if (plan == null) {
            end(sitting, decided.outcome(), Ending.Done.NOTHING);
        } else if (kept.persons() > 0 && isChanged(sitting, decided)) {
            job.books().undo();
            putBack(sitting);
        } else {
            job.books().last(plan, Pages.Use.BOOK);
            if (decided.undoes() != null) desktop.requests().markUndone(decided.undoes(), kept.id());
            end(sitting, decided.outcome(), Ending.Done.of(decided));
        }
    }

    private Judgement authorise(Sitting sitting, Statement statement) {
        desktop.deferred().dropEffects(sitting.kept().id());
        var job = job(sitting, Job.Purpose.SHOW_AGAIN);
        var decided = decider.decide(job);
        var plan = decided.plan();
        if (plan == null) {
            say(sitting, statement, Said.AUTHORISED);
            end(sitting, decided.outcome(), Ending.Done.NOTHING);
            return Judgement.TAKEN;
        }
        job.books().last(plan, Pages.Use.SHOW);
        if (isChanged(sitting, decided)) {
            putBack(sitting, decided, plan);
            return Judgement.PLAN_CHANGED;
        }
        if (statement.fingerprint() != null
                && !statement.fingerprint().equals(sitting.kept().fingerprint())) return Judgement.PLAN_CHANGED;
        return take(sitting, statement, isOverLimit(sitting, job, plan));
    }

    /** The plan is as the person saw it. */
    private Judgement take(Sitting sitting, Statement statement, boolean overLimit) {
        var kept = sitting.kept();
        var before = desktop.deferred().authorisedBy(kept.id());
        if (before.contains(statement.person().name())) return Judgement.SAME_PERSON;
        if (!statement.person().mayAuthorise(!before.isEmpty(), overLimit)) return Judgement.NOT_ALLOWED;
        say(sitting, statement, Said.AUTHORISED);
        if (before.size() + 1 < kept.persons()) {
            desktop.deferred().waitFor(kept.id(), Outcome.WaitingFor.SECOND_PERSON, kept.expected(), null);
            return Judgement.TAKEN;
        }
        var expected = desktop.settings().expected(kept.effectDate(), sitting.today(), false);
        desktop.deferred().waitFor(kept.id(), Outcome.WaitingFor.DATE, expected, null);
        desktop.wakeups().onDate(kept.id(), kept.effectDate());
        return Judgement.TAKEN;
    }

    /** Of a type that always asks a person, the limit says which one. */
    private static boolean isOverLimit(Sitting sitting, Job job, Plan plan) {
        var limit = job.registered().limit();
        return sitting.item().definition().mode() == Mode.LATER
                && limit != null
                && plan.amount().exceeds(limit);
    }

    private static boolean isChanged(Sitting sitting, Decided decided) {
        return !Objects.requireNonNull(decided.result())
                .fingerprint()
                .equals(sitting.kept().fingerprint());
    }

    /** What would be done now is shown, and waits for a person again. */
    private void putBack(Sitting sitting) {
        var job = job(sitting, Job.Purpose.SHOW_AGAIN);
        var decided = decider.decide(job);
        var plan = Objects.requireNonNull(decided.plan(), "under the same locks the same is decided");
        job.books().last(plan, Pages.Use.SHOW);
        putBack(sitting, decided, plan);
    }

    private void putBack(Sitting sitting, Decided decided, Plan plan) {
        var kept = sitting.kept();
        var fingerprint = Objects.requireNonNull(decided.result()).fingerprint();
        var persons = Math.max(kept.persons(), plan.persons());
        desktop.deferred()
                .keepPlan(
                        kept.id(),
                        new DeferredRows.NewPlan(fingerprint, plan.amount().oere(), sitting.now(), persons));
        desktop.deferred().lapse(kept.id());
        var expected = desktop.settings().expected(kept.effectDate(), sitting.today(), true);
        desktop.deferred().waitFor(kept.id(), Outcome.WaitingFor.PERSON, expected, Note.PLAN_CHANGED);
        desktop.wakeups().notOnDate(kept.id());
    }

    private Job job(Sitting sitting, Job.Purpose purpose) {
        var kept = sitting.kept();
        var submission = new Submission(
                kept.sender(),
                kept.authority(),
                kept.transactionId(),
                null,
                null,
                null,
                sitting.request(),
                "",
                false,
                kept.askedFingerprint(),
                outcome -> outcome.name());
        var registered = desktop.registry().ask(submission, kept.handlingType(), sitting.today());
        var pages = new Pages(kept.id(), sitting.transaction(), desktop.books(), desktop.requests());
        return new Job(kept.id(), submission, registered, sitting.now(), sitting.today(), pages, purpose);
    }

    private void expire(Sitting sitting) {
        refuse(
                sitting,
                Refusal.of(
                        Reason.DEADLINE_PASSED,
                        Refusal.Element.ANSWER_BY,
                        sitting.kept().answerBy(),
                        sitting.today()));
    }

    /** For a reason that lies outside of the plan, which is shown no more. */
    private void refuse(Sitting sitting, Refusal refusal) {
        desktop.deferred().dropEffects(sitting.kept().id());
        var refusals = new Refusals();
        refusals.add(refusal);
        end(sitting, refusals.outcome(), Ending.Done.NOTHING);
    }

    private void end(Sitting sitting, Outcome outcome, Ending.Done done) {
        ending.end(sitting.kept(), sitting.request(), outcome, done, sitting.now());
    }

    private void say(Sitting sitting, Statement statement, Said verdict) {
        desktop.deferred()
                .say(new Word(
                        sitting.kept().id(),
                        statement.person().name(),
                        sitting.now(),
                        sitting.kept().fingerprint(),
                        verdict,
                        statement.comment()));
    }
}
