/** The table of what waits. */
@NullMarked
package dk.debitorkonto.work.jdbc;

import org.jspecify.annotations.NullMarked;
