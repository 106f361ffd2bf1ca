/** Requests from case systems and their receipts. */
@NullMarked
package dk.debitorkonto.adapter.soap.request;

import org.jspecify.annotations.NullMarked;
