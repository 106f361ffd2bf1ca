/** What the system keeps about itself from one start to the next. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dk.debitorkonto.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
