/** Who owes, and for whom the books are kept. */
@ApplicationModule(allowedDependencies = {"money"})
@NullMarked
package dk.debitorkonto.debtor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
