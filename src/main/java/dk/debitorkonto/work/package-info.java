/** Work that waits for its time: kept in the database, done by whichever node is free, again after a failure, parked after too many. */
@ApplicationModule(allowedDependencies = "calendar")
@NullMarked
package dk.debitorkonto.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
