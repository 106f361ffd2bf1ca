/** Amounts in whole øre. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dk.debitorkonto.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
