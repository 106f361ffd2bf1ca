/** The journal's tables, for those who write to it. */
@NamedInterface("jdbc")
@NullMarked
package dk.debitorkonto.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
