package dk.debitorkonto.handling;

import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.money.Money;
import java.util.UUID;

/** A debtor account as it stands, with the sum of its unused payments. */
public record AccountCase(DebtorAccount account, Money unused) {

    UUID id() {
        return account.id();
    }
}
