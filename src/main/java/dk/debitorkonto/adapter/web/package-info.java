/** Screens, rendered here. */
@NullMarked
package dk.debitorkonto.adapter.web;

import org.jspecify.annotations.NullMarked;
