@NullMarked
package dk.debitorkonto.adapter.rest;

import org.jspecify.annotations.NullMarked;
