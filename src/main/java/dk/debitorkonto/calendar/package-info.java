/** Bank days and other calendars. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dk.debitorkonto.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
