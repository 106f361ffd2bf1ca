/** Runs with real processes that are killed, frozen and cut off by a seed, and what has to be true after each. */
@NullMarked
package dk.debitorkonto.faults;

import org.jspecify.annotations.NullMarked;
