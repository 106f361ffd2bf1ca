/** Runs the testers' SoapUI project without SoapUI. */
@NullMarked
package dk.debitorkonto.soapui;

import org.jspecify.annotations.NullMarked;
