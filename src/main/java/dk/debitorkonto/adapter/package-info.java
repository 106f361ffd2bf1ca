/** The doors: they map and decide nothing, and nothing depends on them. */
@ApplicationModule
@NullMarked
package dk.debitorkonto.adapter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
