/** The outbox's tables. */
@NamedInterface("jdbc")
@NullMarked
package dk.debitorkonto.outbox.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
