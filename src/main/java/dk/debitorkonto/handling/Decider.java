package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.handling.jdbc.ClaimRows;
import dk.debitorkonto.ledger.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Locks and loads what a request is about, and asks its type; nothing is written here but pages of a plan. */
@Component
final class Decider {

    private final Catalogue catalogue;
    private final Checks checks;
    private final Rules rules;
    private final AskedAccounts asked;
    private final ClaimRows claims;
    private final Undoing undoing;

    /** What the catalogue and the settings say beside the types. */
    @Component
    record Rules(List<HandlingReason> reasons, Map<String, ClaimType> claimTypes, DeskSettings settings) {}

    Decider(Catalogue catalogue, Rules rules, AskedAccounts asked, ClaimRows claims, Undoing undoing) {
        this.catalogue = catalogue;
        this.checks = new Checks(rules.reasons());
        this.rules = rules;
        this.asked = asked;
        this.claims = claims;
        this.undoing = undoing;
    }

    /** All pages but the last are written when it ends. */
    Decided decide(Job job) {
        RuntimeException failure = null;
        try {
            return decided(job);
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            job.books().settle(failure);
        }
    }

    private Decided decided(Job job) {
        var request = job.request();
        var refusals = new Refusals();
        var item = catalogue.find(request.handlingType()).orElse(null);
        if (item == null) {
            refusals.add(Refusal.of(Reason.TYPE_UNKNOWN, Refusal.Element.HANDLING_TYPE, request.handlingType()));
            return Decided.refused(refusals, null);
        }
        var ofType = checks.ofType(item.definition(), request, job.today());
        if (ofType != null) {
            refusals.add(ofType);
            return Decided.refused(refusals, null);
        }
        var undo = undoing.look(job, item);
        var found = asked.lock(job, item, undo);
        checks.ofFields(item, request, job.today(), AskedAccounts.own(job, found, request.account()), refusals);
        undo.ifPresent(wanted -> wanted.check(job, refusals));
        if (!refusals.any()) asked.check(job, item, undo, found, refusals);
        if (refusals.any()) return Decided.refused(refusals, job.effectDate());
        return plan(job, item, undo, found);
    }

    private Decided plan(Job job, Catalogue.Item item, Optional<Undoing.Wanted> undo, Map<UUID, AccountCase> found) {
        var refusals = new Refusals();
        var listed = undo.isPresent() ? Optional.of(Lists.NONE) : lists(job, refusals);
        if (refusals.any()) return Decided.refused(refusals, job.effectDate());
        var deadline = job.request().answerBy();
        if (deadline != null && deadline.isBefore(job.today())) {
            refusals.add(Refusal.of(Reason.DEADLINE_PASSED, Refusal.Element.ANSWER_BY, deadline, job.today()));
            return Decided.refused(refusals, job.effectDate());
        }
        var use = job.use(item.definition().mode());
        var asked = new Asked(job, item, undo, found, listed.orElseThrow());
        var decided = planned(asked, use);
        // A person is needed, which wasn't known before: what was booked of it is taken back, and shown instead.
        return use == Pages.Use.BOOK
                        && decided.outcome() instanceof Outcome.Deferred
                        && job.books().undo()
                ? planned(asked, Pages.Use.SHOW)
                : decided;
    }

    /** All that a plan is made of. */
    private record Asked(
            Job job, Catalogue.Item item, Optional<Undoing.Wanted> undo, Map<UUID, AccountCase> found, Lists lists) {}

    private Decided planned(Asked asked, Pages.Use use) {
        var job = asked.job();
        var circumstances = circumstances(job, asked.item(), asked.found());
        var run = new Run(job, circumstances, newPlan(job, asked.item(), asked.found()), new Refusals(), use);
        switch (asked.item().type()) {
            case ClaimHandling<?> type -> ofClaims(run, type, asked.lists());
            case WholeHandling<?> type ->
                ofWhole(run, type, asked.lists(), asked.found().keySet());
            case UndoHandling<?> type -> undoing.run(run, asked.undo().orElseThrow(), asked.found());
        }
        if (run.refusals().any()) {
            job.books().undo();
            return Decided.refused(run.refusals(), job.effectDate());
        }
        return conclude(run, asked.item(), asked.undo());
    }

    /** The claims that a request lists, as loaded. */
    private record Lists(List<ClaimCase> sources, List<ClaimCase> targets) {
        private static final Lists NONE = new Lists(List.of(), List.of());
    }

    private Optional<Lists> lists(Job job, Refusals refusals) {
        var request = job.request();
        if (!request.variant().listsClaims()) return Optional.of(Lists.NONE);
        var ids = new ArrayList<>(request.claims());
        ids.addAll(request.targetClaims());
        var found = claims.byId(job.submission().authority(), ids);
        var target = Objects.requireNonNullElse(request.targetAccount(), request.account());
        return Optional.of(new Lists(
                listed(job, request.claims(), request.account(), Refusal.Element.CLAIM, found, refusals),
                listed(job, request.targetClaims(), target, Refusal.Element.TARGET_CLAIM, found, refusals)));
    }

    private List<ClaimCase> listed(
            Job job,
            List<UUID> ids,
            UUID account,
            Refusal.Element element,
            Map<UUID, ClaimCase> found,
            Refusals refusals) {
        var cases = new ArrayList<ClaimCase>();
        var elsewhere = new LinkedHashMap<UUID, UUID>();
        for (var id : ids) {
            var claim = found.get(id);
            if (claim == null) refusals.add(Refusal.of(Reason.CLAIM_UNKNOWN, element, id));
            else if (!claim.account().equals(account)) elsewhere.put(id, claim.account());
            else cases.add(claim);
        }
        if (elsewhere.isEmpty()) return cases;
        // A claim on another system's account is told of as an unknown one.
        var own = asked.own(job, Set.copyOf(elsewhere.values()));
        elsewhere.forEach((id, on) -> refusals.add(
                Refusal.of(own.contains(on) ? Reason.CLAIM_NOT_ON_ACCOUNT : Reason.CLAIM_UNKNOWN, element, id)));
        return cases;
    }

    private Circumstances circumstances(Job job, Catalogue.Item item, Map<UUID, AccountCase> found) {
        var request = job.request();
        return new Circumstances(
                item.definition(),
                job.effectDate(),
                job.today(),
                request.periodFrom(),
                request.periodTo(),
                Objects.requireNonNull(found.get(request.account())),
                request.targetAccount() == null ? null : found.get(request.targetAccount()),
                job.registered().order(),
                rules.claimTypes(),
                Ids::next);
    }

    private Plan newPlan(Job job, Catalogue.Item item, Map<UUID, AccountCase> found) {
        var request = job.request();
        var digest = new PlanDigest(
                item.definition(), request, job.registered().order().version());
        var opening = new Plan.Opening(
                job.submission().authority(),
                job.now(),
                new Cause(Cause.Kind.REQUEST, job.id(), null),
                request.reasonText(),
                job.submission().sender().instance().toString());
        var plan = new Plan(digest, opening, job.effectDate(), job.registered().closedTo(), Ids::next);
        var ordered = new LinkedHashMap<UUID, AccountCase>();
        ordered.put(request.account(), Objects.requireNonNull(found.get(request.account())));
        if (request.targetAccount() != null)
            ordered.put(request.targetAccount(), Objects.requireNonNull(found.get(request.targetAccount())));
        ordered.putAll(found);
        plan.over(ordered.values());
        return plan;
    }

    private <W> void ofClaims(Run run, ClaimHandling<W> type, Lists lists) {
        var fold = new ClaimFold<>(run, type, wish(run, type));
        if (run.job().request().variant().listsClaims()) fold.page(lists.sources());
        else ofAccount(run, fold);
        fold.end();
    }

    private void ofAccount(Run run, ClaimFold<?> fold) {
        var request = run.job().request();
        try (var pages = claims.pages(run.job().submission().authority(), request.account())) {
            pages.forEach(page -> {
                if (run.plan().hasLines() && !run.refusals().any())
                    run.job().books().turn(run.plan(), run.use());
                fold.page(page);
            });
        }
    }

    private <W> void ofWhole(Run run, WholeHandling<W> type, Lists lists, Set<UUID> locked) {
        var gathering = new Gathering(run, claims, locked);
        var situation = gathering.gather(type.needs(), lists.sources(), lists.targets());
        if (run.refusals().any()) return;
        switch (type.decide(wish(run, type), run.circumstances(), situation)) {
            case Verdict.Does does -> {
                run.plan().add(Gathering.all(situation), Plan.Booking.of(does.changes()));
                does.remarks().forEach(run.plan()::remark);
                run.plan().askPersons(does.persons());
            }
            case Verdict.Refuses refuses -> run.refusals().addAll(refuses.refusals());
            case Verdict.DoesNotApply not ->
                run.refusals()
                        .add(new Refusal(
                                not.reason(),
                                Refusal.Element.ACCOUNT,
                                null,
                                run.job().request().account().toString(),
                                not.args()));
        }
    }

    private static <W> W wish(Run run, HandlingType<W> type) {
        if (run.job().request().parameters() instanceof HandlingRequest.Parameters.Read read)
            return type.wishType().cast(read.wish());
        throw new IllegalStateException("unread parameters are refused before");
    }

    private Decided conclude(Run run, Catalogue.Item item, Optional<Undoing.Wanted> undo) {
        var job = run.job();
        var plan = run.plan();
        plan.close();
        var result = plan.result(item.definition(), job.registered().order().version());
        var wanted = job.submission().fingerprint();
        if (wanted != null && !wanted.equals(result.fingerprint())) {
            run.refusals()
                    .add(Refusal.of(Reason.EFFECT_CHANGED, Refusal.Element.FINGERPRINT, wanted, result.fingerprint()));
            job.books().undo();
            return Decided.refused(run.refusals(), job.effectDate());
        }
        if (job.purpose() == Job.Purpose.TRY) {
            plan.remark(Remark.of(Remark.Kind.DRY_RUN));
            return new Decided(new Outcome.CarriedOut(result, plan.remarks()), job.effectDate(), plan, result, null);
        }
        var outcome = outcome(run, item, undo, result);
        var undoes = undo.map(each -> each.found().id()).orElse(null);
        return new Decided(outcome, job.effectDate(), plan, result, undoes);
    }

    private Outcome outcome(Run run, Catalogue.Item item, Optional<Undoing.Wanted> undo, Result result) {
        var definition = item.definition();
        var plan = run.plan();
        var persons = persons(run, definition, undo);
        plan.askPersons(persons);
        var waits = definition.mode() == Mode.LATER || (definition.mode() == Mode.EITHER && persons > 0);
        if (waits && run.job().purpose() == Job.Purpose.RECEIVE) return deferred(run.job(), plan, persons);
        if (definition.mode() == Mode.NONE) return new Outcome.AcceptedWithoutStatus(plan.remarks());
        var success = undo.map(Undoing.Wanted::success).orElseGet(() -> success(run, item));
        return new Outcome.CarriedOut(success == Success.RESULT ? result : null, plan.remarks());
    }

    private static int persons(Run run, HandlingDefinition definition, Optional<Undoing.Wanted> undo) {
        if (definition.mode() == Mode.LATER) return definition.persons();
        if (definition.mode() != Mode.EITHER) return 0;
        var limit = run.job().registered().limit();
        var over = limit != null && run.plan().amount().exceeds(limit) ? 1 : 0;
        return Math.max(
                over,
                Math.max(run.plan().persons(), undo.map(Undoing.Wanted::persons).orElse(0)));
    }

    private static Success success(Run run, Catalogue.Item item) {
        return success(run, item.type(), item.definition());
    }

    private static <W> Success success(Run run, HandlingType<W> type, HandlingDefinition definition) {
        return type.success(wish(run, type), definition);
    }

    private Outcome deferred(Job job, Plan plan, int persons) {
        var expected = rules.settings().expected(job.effectDate(), job.today(), persons > 0);
        var waitsFor = persons == 0 ? Outcome.WaitingFor.DATE : Outcome.WaitingFor.PERSON;
        return new Outcome.Deferred(waitsFor, expected, job.request().answerBy(), plan.remarks());
    }
}
