/** Read models: SQL straight to record. */
@ApplicationModule(
        allowedDependencies = {"money", "debtor", "claim", "payment", "ledger", "ledger :: jdbc", "handling"})
@NullMarked
package dk.debitorkonto.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
