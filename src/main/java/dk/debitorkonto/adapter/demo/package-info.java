/** Fictive data to try the system with: made at the first start of the demo, and told of at each. */
@NullMarked
package dk.debitorkonto.adapter.demo;

import org.jspecify.annotations.NullMarked;
