/** The demo's fictive data, and what the start prints. */
@NullMarked
package dk.debitorkonto.adapter.demo;

import org.jspecify.annotations.NullMarked;
