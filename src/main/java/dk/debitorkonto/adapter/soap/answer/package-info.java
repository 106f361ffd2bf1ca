/** Answers from debtor systems outside. */
@NullMarked
package dk.debitorkonto.adapter.soap.answer;

import org.jspecify.annotations.NullMarked;
