/** The log of calls in the database. */
@NullMarked
package dk.debitorkonto.adapter.soap.jdbc;

import org.jspecify.annotations.NullMarked;
