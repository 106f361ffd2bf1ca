@NullMarked
package dk.debitorkonto.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
