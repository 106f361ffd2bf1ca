@NullMarked
package dk.debitorkonto.handling.type;

import org.jspecify.annotations.NullMarked;
