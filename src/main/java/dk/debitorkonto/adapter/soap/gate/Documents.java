package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.Contract;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Serves the contract's own files: {@code ?wsdl}, {@code ?wsdl=<file>}, {@code ?xsd=<file>}, by exact names.
 *
 * <p>An import is written as the path's last segment with its query, which every client resolves the same way.
 */
public final class Documents {

    /** The address in the files, which the configured one takes the place of. */
    private static final String WRITTEN_ADDRESS = "http://127.0.0.1:8080";

    private static final Pattern IMPORT = Pattern.compile("\\b(schemaLocation|location)=\"([\\w/-]+\\.(wsdl|xsd))\"");
    private static final String FOLDER = "wsdl/";

    private final Map<String, String> files = new TreeMap<>();
    private final String publicAddress;

    /**
     * Serves under {@code publicAddress}.
     *
     * @param publicAddress scheme, host and port; empty: this machine's own, by the port that was asked
     */
    public Documents(String publicAddress) {
        this.publicAddress = publicAddress.replaceAll("/+$", "");
        read("classpath:" + FOLDER + "*.wsdl");
        read("classpath:" + FOLDER + "**/*.xsd");
    }

    private void read(String pattern) {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var path = file.getURL().getPath();
                var name = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                var kind = name.substring(name.lastIndexOf('.') + 1);
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                files.put(kind + "=" + name, IMPORT.matcher(text).replaceAll("$1=\"1?$3=$2\""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the contract's files can't be read", e);
        }
    }

    /** The document that {@code request} asks for; absent where it asks for none that there is. */
    byte @Nullable [] asked(Contract contract, HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getQueryString() == null) return null;
        var query = decoded(request.getQueryString());
        var name = query.equals("wsdl") ? "wsdl=" + contract.title() + "Service.wsdl" : query;
        var text = isOf(contract, name) ? files.get(name) : null;
        if (text == null) return null;
        var address = publicAddress.isEmpty() ? "http://127.0.0.1:" + request.getLocalPort() : publicAddress;
        return text.replace("location=\"" + WRITTEN_ADDRESS, "location=\"" + address)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether a file is this service's, or both services'. */
    private static boolean isOf(Contract contract, String name) {
        return name.startsWith("wsdl=" + contract.title()) || (name.startsWith("xsd=") && !isOfOther(contract, name));
    }

    private static boolean isOfOther(Contract contract, String name) {
        return name.startsWith("xsd=DebitorkontoAnmodning") && !name.startsWith("xsd=" + contract.title());
    }
}
