/** What the demo asks the database. */
@NullMarked
package dk.debitorkonto.adapter.demo.jdbc;

import org.jspecify.annotations.NullMarked;
