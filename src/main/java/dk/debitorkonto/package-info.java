/** The application: its start, its settings, its clock. */
@NullMarked
package dk.debitorkonto;

import org.jspecify.annotations.NullMarked;
