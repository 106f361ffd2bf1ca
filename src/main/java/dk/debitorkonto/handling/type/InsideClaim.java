package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Coverage;
import dk.debitorkonto.payment.Unused;
import java.util.UUID;

/** Money used on a claim and taken from it, family by family in the order inside a claim. */
record InsideClaim(Draft draft, CoverageOrder order) {

    /** Uses all of {@code money}, which sits on the claim's account, on the claim. */
    void fill(UUID claim, Unused money) {
        var left = money.amount();
        for (var family : order.families()) {
            var part = Money.least(draft.claim(claim).of(family).rest(), left);
            draft.cover(claim, family, money.payment(), money.paidOn(), part);
            left = left.minus(part);
        }
        if (!left.isZero()) throw new IllegalArgumentException("no rest to cover by " + left);
    }

    /** Takes coverage from one claim, in the reverse of the order and from the newest payment, and fills another with it. */
    void move(UUID from, UUID to, Money amount) {
        var left = amount;
        for (var family : order.families().reversed())
            for (var coverage : draft.claim(from).coveragesOf(family)) {
                var part = Money.least(coverage.amount(), left);
                move(from, to, coverage, part);
                left = left.minus(part);
            }
        if (!left.isZero()) throw new IllegalArgumentException("no coverage to move " + left);
    }

    private void move(UUID from, UUID to, Coverage coverage, Money part) {
        var payment = coverage.payment();
        var paidOn = coverage.paidOn();
        var target = draft.claim(to).account();
        draft.release(from, coverage.family(), payment, paidOn, part)
                .moveUnused(payment, paidOn, draft.claim(from).account(), target, part);
        fill(to, new Unused(payment, target, paidOn, part));
    }
}
