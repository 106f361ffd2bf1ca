/** One desk for every wish to change the books. */
@ApplicationModule(
        allowedDependencies = {"money", "calendar", "debtor", "claim", "payment", "ledger", "outbox", "work"})
@NullMarked
package dk.debitorkonto.handling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
