/** One class for each entry of the catalogue. */
@NullMarked
package dk.debitorkonto.handling.type;

import org.jspecify.annotations.NullMarked;
