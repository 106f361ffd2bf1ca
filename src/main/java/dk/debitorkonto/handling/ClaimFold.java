package dk.debitorkonto.handling;

import java.util.ArrayList;
import java.util.List;

/** A type over claims, page by page. */
final class ClaimFold<W> {

    private final Run run;
    private final ClaimHandling<W> type;
    private final W wish;
    private final boolean listed;
    private long leftOut;
    private long taken;

    ClaimFold(Run run, ClaimHandling<W> type, W wish) {
        this.run = run;
        this.type = type;
        this.wish = wish;
        this.listed = run.job().request().variant().listsClaims();
    }

    void page(List<ClaimCase> claims) {
        var done = new ArrayList<ClaimCase>();
        var changes = new ArrayList<Change>();
        for (var claim : claims) {
            switch (verdict(claim)) {
                case Verdict.Does does -> {
                    done.add(claim);
                    changes.addAll(does.changes());
                    does.remarks().forEach(run.plan()::remark);
                    run.plan().askPersons(does.persons());
                    taken++;
                }
                case Verdict.DoesNotApply not -> {
                    leftOut++;
                    if (listed)
                        run.refusals()
                                .add(new Refusal(
                                        not.reason(),
                                        Refusal.Element.CLAIM,
                                        null,
                                        claim.id().toString(),
                                        not.args()));
                }
                case Verdict.Refuses refuses -> run.refusals().addAll(refuses.refusals());
            }
        }
        if (!run.refusals().any()) run.plan().add(done, Plan.Booking.of(changes));
    }

    private Verdict verdict(ClaimCase claim) {
        var circumstances = run.circumstances();
        var definition = circumstances.definition();
        var broken = circumstances.brokenBy(claim, definition.takes());
        if (broken != null) return Verdict.DoesNotApply.because(broken, claim.stateOn(circumstances.effectDate()));
        if (definition.period() == PeriodUse.CLAIMS_DUE
                && !circumstances.isInPeriod(claim.claim().dueDate()))
            return Verdict.DoesNotApply.because(
                    Reason.OUTSIDE_PERIOD, claim.claim().dueDate());
        return type.decide(wish, circumstances, claim);
    }

    void end() {
        if (run.refusals().any()) return;
        if (taken == 0)
            run.refusals()
                    .add(Refusal.of(
                            Reason.NOTHING_TO_MOVE,
                            Refusal.Element.ACCOUNT,
                            run.job().request().account(),
                            leftOut));
        else if (leftOut > 0) run.plan().remark(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, leftOut));
    }
}
