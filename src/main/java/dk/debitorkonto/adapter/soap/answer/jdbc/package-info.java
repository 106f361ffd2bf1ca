/** What is asked of the database about answered requests. */
@NullMarked
package dk.debitorkonto.adapter.soap.answer.jdbc;

import org.jspecify.annotations.NullMarked;
