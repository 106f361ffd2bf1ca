/** Double entry: pots, postings, entries. Knows nothing of claims. */
@ApplicationModule(allowedDependencies = {"money"})
@NullMarked
package dk.debitorkonto.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
