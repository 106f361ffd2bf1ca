/** Requests that are carried out by debtor systems outside. */
@NullMarked
package dk.debitorkonto.adapter.soap.route;

import org.jspecify.annotations.NullMarked;
