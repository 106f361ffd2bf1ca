package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Soap;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP headers say of a message.
 *
 * @param actions each action that the headers name, empty ones left out
 */
record MediaType(Soap version, @Nullable String charset, List<String> actions) {

    private static final String VALUE = "\"[^\"]*\"|[^;\"\\s]*";
    private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w-]+)=(" + VALUE + ")\\s*");
    private static final Pattern TYPE =
            Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+)\\s*((?:;\\s*[\\w-]+=(?:" + VALUE + ")\\s*)*);?");

    /** @throws BrokenContract 415 for anything but one plain XML message of SOAP */
    static MediaType of(HttpServletRequest request) {
        var types = Collections.list(request.getHeaders("Content-Type"));
        if (types.size() != 1) throw unsupported();
        for (var coding : Collections.list(request.getHeaders("Content-Encoding")))
            if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) throw unsupported();
        var type = TYPE.matcher(types.getFirst());
        var version = type.matches() ? Soap.ofMediaType(type.group(1)) : null;
        if (version == null) throw unsupported();
        String charset = null;
        var actions = new ArrayList<>(Collections.list(request.getHeaders("SOAPAction")));
        if (actions.size() > 1) throw BrokenContract.schema("There is more than one SOAPAction.");
        for (var parameter : PARAMETER.matcher(type.group(2)).results().toList()) {
            var value = unquoted(parameter.group(2));
            if (parameter.group(1).equalsIgnoreCase("charset")) {
                if (charset != null) throw unsupported();
                charset = value;
            } else if (parameter.group(1).equalsIgnoreCase("action")) actions.add(value);
        }
        return new MediaType(
                version,
                charset,
                actions.stream()
                        .map(MediaType::unquoted)
                        .filter(action -> !action.isEmpty())
                        .toList());
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
