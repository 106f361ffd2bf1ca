/** The import's tables. */
@NullMarked
package dk.debitorkonto.adapter.imports.jdbc;

import org.jspecify.annotations.NullMarked;
