/** The ledger's tables. */
@NamedInterface("jdbc")
@NullMarked
package dk.debitorkonto.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
