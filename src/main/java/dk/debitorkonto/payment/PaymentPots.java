package dk.debitorkonto.payment;

import dk.debitorkonto.ledger.Pot;
import dk.debitorkonto.ledger.PotKind;
import java.util.UUID;

/** A payment's pots in the ledger. */
public final class PaymentPots {

    private PaymentPots() {}

    public static Pot unused(UUID payment, UUID account) {
        return new Pot(PotKind.UNUSED, payment, account.toString());
    }
}
