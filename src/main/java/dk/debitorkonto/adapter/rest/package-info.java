/** REST: reads of the books, the import, the clock. */
@NullMarked
package dk.debitorkonto.adapter.rest;

import org.jspecify.annotations.NullMarked;
