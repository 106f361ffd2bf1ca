package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Soap;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;

/**
 * What the HTTP headers say of a message.
 *
 * @param actions each action that the headers name, empty ones left out
 */
record MediaType(Soap version, @Nullable String charset, List<String> actions) {

    /** @throws BrokenContract 415 for anything but one plain XML message of SOAP */
    static MediaType of(HttpServletRequest request) {
        var types = Collections.list(request.getHeaders("Content-Type"));
        if (types.size() != 1) throw unsupported();
        for (var coding : Collections.list(request.getHeaders("Content-Encoding")))
            if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) throw unsupported();
        try {
            var type = MimeType.valueOf(types.getFirst());
            var version = Soap.ofMediaType(type.getType() + "/" + type.getSubtype());
            if (version == null) throw unsupported();
            var charset = type.getParameter("charset");
            return new MediaType(version, charset == null ? null : unquoted(charset), actions(request, type));
        } catch (InvalidMimeTypeException e) {
            throw unsupported();
        }
    }

    private static List<String> actions(HttpServletRequest request, MimeType type) {
        var given = new java.util.ArrayList<>(Collections.list(request.getHeaders("SOAPAction")));
        if (given.size() > 1) throw BrokenContract.schema("There is more than one SOAPAction.");
        var parameter = type.getParameter("action");
        if (parameter != null) given.add(parameter);
        return given.stream()
                .map(MediaType::unquoted)
                .filter(action -> !action.isEmpty())
                .toList();
    }

    private static String unquoted(String text) {
        var stripped = text.strip();
        return stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }

    private static BrokenContract unsupported() {
        return BrokenContract.http(
                415, "Send the message as text/xml (SOAP 1.1) or application/soap+xml (SOAP 1.2), uncompressed.");
    }
}
