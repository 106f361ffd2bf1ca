/** Promises to others: what is owed to a receiver until it takes it, refuses it, or a person has to look. */
@ApplicationModule(allowedDependencies = {"calendar", "work"})
@NullMarked
package dk.debitorkonto.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
