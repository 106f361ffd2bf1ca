package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Unused;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The unused payments of an account, oldest value date first, and what may be taken of them. */
record UnusedPayments(UUID account, List<Unused> payments) {

    Money sum() {
        return payments.stream().map(Unused::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What is against taking {@code amount}, or all where it is absent; absent where nothing is. */
    @Nullable
    Refusal against(@Nullable Money amount) {
        var sum = sum();
        if (sum.isZero()) return Refusal.of(Reason.NOTHING_TO_MOVE, Refusal.Element.ACCOUNT, account);
        return amount != null && amount.exceeds(sum)
                ? Refusal.ofParameter(Reason.AMOUNT_EXCEEDS, "amount", amount, sum)
                : null;
    }

    /** The payments, or parts of them, that make up {@code amount}; all where it is absent. */
    List<Unused> upTo(@Nullable Money amount) {
        if (amount == null) return payments;
        var left = amount;
        var result = new ArrayList<Unused>();
        for (var payment : payments) {
            var part = Money.least(payment.amount(), left);
            if (!part.isZero()) result.add(new Unused(payment.payment(), payment.account(), payment.paidOn(), part));
            left = left.minus(part);
        }
        return result;
    }
}
