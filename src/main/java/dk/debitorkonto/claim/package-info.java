/** What is owed, by whom, and which moves it may make. */
@ApplicationModule(allowedDependencies = {"money", "debtor", "ledger"})
@NullMarked
package dk.debitorkonto.claim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
