/** The desk's tables. */
@NullMarked
package dk.debitorkonto.handling.jdbc;

import org.jspecify.annotations.NullMarked;
