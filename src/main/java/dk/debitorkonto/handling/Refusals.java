package dk.debitorkonto.handling;

import java.util.ArrayList;
import java.util.List;

/** Collects refusals and keeps those of the earliest level only: what is told of a request that breaks many rules. */
final class Refusals {

    /** As many as are told one by one; how many more is told with the last. */
    private static final int MOST = 100;

    private final List<Refusal> kept = new ArrayList<>();
    private long more;

    void add(Refusal refusal) {
        if (!kept.isEmpty()) {
            var order = refusal.reason().level().compareTo(level());
            if (order > 0) return;
            if (order < 0) {
                kept.clear();
                more = 0;
            }
        }
        if (kept.size() < MOST) kept.add(refusal);
        else more++;
    }

    void addAll(List<Refusal> refusals) {
        refusals.forEach(this::add);
    }

    boolean any() {
        return !kept.isEmpty();
    }

    private Reason.Level level() {
        return kept.getFirst().reason().level();
    }

    /** An Afvisning where the request is wrong, else that it can't be carried out. */
    Outcome outcome() {
        return level().rejects() ? new Outcome.Rejected(told()) : new Outcome.NotCarriedOut(told());
    }

    private List<Refusal> told() {
        if (more == 0) return List.copyOf(kept);
        var told = new ArrayList<>(kept);
        var last = told.removeLast();
        told.add(new Refusal(last.reason(), last.element(), last.parameter(), last.value(), last.args(), more));
        return told;
    }
}
