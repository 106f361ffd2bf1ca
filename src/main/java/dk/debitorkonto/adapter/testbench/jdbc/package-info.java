/** What the test bench keeps. */
@NullMarked
package dk.debitorkonto.adapter.testbench.jdbc;

import org.jspecify.annotations.NullMarked;
