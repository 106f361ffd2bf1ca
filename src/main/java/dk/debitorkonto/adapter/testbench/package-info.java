/** The counterpart in the box: simulated parties that answer as a request wants them to. Never in production. */
@NullMarked
package dk.debitorkonto.adapter.testbench;

import org.jspecify.annotations.NullMarked;
