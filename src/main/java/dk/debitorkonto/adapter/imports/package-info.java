/** The import document: authorities, systems, accounts and claims with their books, all or nothing. */
@NullMarked
package dk.debitorkonto.adapter.imports;

import org.jspecify.annotations.NullMarked;
