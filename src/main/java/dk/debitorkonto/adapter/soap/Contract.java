package dk.debitorkonto.adapter.soap;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two services of the contract, as WSDL names them. */
public enum Contract {
    REQUEST(
            "DebitorkontoAnmodningAfsend",
            "AnmodEnDebitorkonto",
            "AnmodDebitorkontoMedFordringer",
            "AnmodMellemDebitorkonti",
            "AnmodMellemFordringer",
            Contract.PING),
    ANSWER("DebitorkontoAnmodningSvarAfsend", "AfsendDebitorkontoAnmodningSvar", Contract.PING);

    public static final String NAMESPACE = "http://www.kombit.dk/2017/01/01/";
    public static final String HEAD_NAMESPACE = "http://kombit.dk/xml/schemas/kontekst/2017/01/01/";
    public static final String PROCESSING_NAMESPACE = "urn:debitorkonto:processing:1";
    public static final String SERVLET_PATH = "/service";
    private static final String PING = "Ping";

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> operations;

    Contract(String title, String... operations) {
        this.title = title;
        this.operations = List.of(operations);
    }

    /** The service's name without the word Service. */
    public String title() {
        return title;
    }

    /** Where CXF serves it, below its servlet. */
    public String address() {
        return "/OIR/" + title + "/1";
    }

    public String path() {
        return SERVLET_PATH + address();
    }

    /** The action of an operation, in SOAPAction and WS-Addressing. */
    public String action(String operation) {
        return NAMESPACE + title + "Service_1#" + operation;
    }

    /** The operation that a request element belongs to. */
    public @Nullable String operationOf(String namespace, String element) {
        return operations.stream()
                .filter(operation -> namespace.equals(NAMESPACE) && element.equals(operation + "_I"))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable Contract atPath(String path) {
        return Arrays.stream(values())
                .filter(contract -> contract.path().equals(path))
                .findFirst()
                .orElse(null);
    }
}
