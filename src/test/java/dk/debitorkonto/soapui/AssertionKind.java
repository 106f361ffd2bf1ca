package dk.debitorkonto.soapui;

import java.util.Arrays;

/** The kinds of assertion that the project uses, by the words that SoapUI stores them under. */
enum AssertionKind {
    XPATH_MATCH("XPath Match"),
    CONTAINS("Simple Contains"),
    NOT_CONTAINS("Simple NotContains"),
    SOAP_RESPONSE("SOAP Response"),
    /** Crossed in SoapUI itself: it shows this one as "SOAP Fault". */
    SOAP_FAULT("Not SOAP Fault Assertion"),
    /** And this one as "Not SOAP Fault". */
    NOT_SOAP_FAULT("SOAP Fault Assertion"),
    SCHEMA_COMPLIANCE("Schema Compliance"),
    HTTP_STATUS("Valid HTTP Status Codes");

    private final String stored;

    AssertionKind(String stored) {
        this.stored = stored;
    }

    static AssertionKind named(String stored, String assertion) {
        return Arrays.stream(values())
                .filter(kind -> kind.stored.equals(stored))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "assertion \"" + assertion + "\" is of an unknown kind: " + stored));
    }
}
