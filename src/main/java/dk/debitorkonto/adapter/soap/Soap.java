package dk.debitorkonto.adapter.soap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The two versions of SOAP, both answered on the same path. */
public enum Soap {
    V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml", "Client", "Server"),
    V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml", "Sender", "Receiver");

    private final String namespace;
    private final String mediaType;
    private final String caller;
    private final String us;

    Soap(String namespace, String mediaType, String caller, String us) {
        this.namespace = namespace;
        this.mediaType = mediaType;
        this.caller = caller;
        this.us = us;
    }

    public String namespace() {
        return namespace;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The local name of a fault's code. */
    String code(BrokenContract.Blame blame) {
        return switch (blame) {
            case CALLER -> caller;
            case US -> us;
            case HEADER -> "MustUnderstand";
            case VERSION -> "VersionMismatch";
        };
    }

    /** HTTP's status of a fault, as the version's HTTP binding has it. */
    int status(BrokenContract.Blame blame) {
        return this == V12 && blame == BrokenContract.Blame.CALLER ? 400 : 500;
    }

    public static @Nullable Soap ofNamespace(@Nullable String namespace) {
        return Arrays.stream(values())
                .filter(version -> version.namespace.equals(namespace))
                .findFirst()
                .orElse(null);
    }

    public static @Nullable Soap ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(version -> version.mediaType.equalsIgnoreCase(mediaType))
                .findFirst()
                .orElse(null);
    }
}
