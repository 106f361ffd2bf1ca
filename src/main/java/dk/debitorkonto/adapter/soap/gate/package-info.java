/** In front of CXF: what is too large, misshapen or not in the schema never reaches it, and the WSDL is served. */
@NullMarked
package dk.debitorkonto.adapter.soap.gate;

import org.jspecify.annotations.NullMarked;
