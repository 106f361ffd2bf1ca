/** What came in: payments, coverage, what is unused. */
@ApplicationModule(allowedDependencies = {"money", "debtor", "claim", "ledger"})
@NullMarked
package dk.debitorkonto.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
