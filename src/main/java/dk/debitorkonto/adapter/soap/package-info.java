/** The contract's door: SOAP in, the desk's words out. Danish contract words live here and in data files alone. */
@NullMarked
package dk.debitorkonto.adapter.soap;

import org.jspecify.annotations.NullMarked;
