package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.BrokenContract.Blame;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Soap;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rules for SOAP headers: WS-Addressing, what must be understood, and whether the message brings security. */
final class HeaderRules {

    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String ANONYMOUS = ADDRESSING + "/anonymous";
    private static final String LIBERTY = "urn:liberty:sb";
    private static final String SECURITY_SPACES = "http://docs.oasis-open.org/wss/";
    private static final Set<String> TEXTS = Set.of("To", "Action", "MessageID");
    private static final Set<String> ENDPOINTS = Set.of("ReplyTo", "FaultTo", "From");
    private static final Set<String> OURS = Set.of(
            "",
            "http://schemas.xmlsoap.org/soap/actor/next",
            Soap.V12.namespace() + "/role/next",
            Soap.V12.namespace() + "/role/ultimateReceiver");

    private final Map<String, String> values = new HashMap<>();
    private @Nullable String current;
    private boolean secured;

    /** A header begins. */
    void start(Soap version, XMLStreamReader header) {
        var namespace = header.getNamespaceURI();
        var name = header.getLocalName();
        var must = mustBeUnderstood(version, header);
        secured |= name.equals("Security") && namespace != null && namespace.startsWith(SECURITY_SPACES);
        current = null;
        if (ADDRESSING.equals(namespace)) {
            if (name.equals("RelatesTo")) throw broken("A request relates to no message: leave RelatesTo out.");
            if (TEXTS.contains(name) || ENDPOINTS.contains(name)) {
                if (values.put(name, "") != null) throw broken("The header " + name + " is there twice.");
                current = name;
                return;
            }
        }
        var understood = secured || (LIBERTY.equals(namespace) && name.equals("Framework"));
        if (must && !understood)
            throw BrokenContract.schema(Blame.HEADER, "A header that must be understood is not understood.");
    }

    /** An element in a header ended. */
    void childEnds(@Nullable String namespace, String name, String text) {
        if (current == null || !ENDPOINTS.contains(current)) return;
        if (ADDRESSING.equals(namespace) && name.equals("Address"))
            values.merge(current, text.strip(), (was, is) -> was.isEmpty() ? is : "twice");
    }

    /** The header ended. */
    void end(String text) {
        if (current != null && TEXTS.contains(current)) values.put(current, text.strip());
        current = null;
    }

    boolean secured() {
        return secured;
    }

    @Nullable
    String messageId() {
        return values.get("MessageID");
    }

    /** Whether the addresses are those of {@code operation}; asked when all of the message is known. */
    void check(Contract contract, String operation) {
        var to = values.get("To");
        if (to != null && !contract.path().equals(path(to))) throw broken("To is not the address of this service.");
        var action = values.get("Action");
        if (action != null && !action.equals(contract.action(operation)))
            throw broken("Action is not that of the operation " + operation + ".");
        for (var endpoint : ENDPOINTS)
            if (!ANONYMOUS.equals(values.getOrDefault(endpoint, ANONYMOUS)))
                throw broken(endpoint + " may only be the anonymous address.");
    }

    private static @Nullable String path(String address) {
        try {
            return new URI(address).getRawPath();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean mustBeUnderstood(Soap version, XMLStreamReader header) {
        var must = header.getAttributeValue(version.namespace(), "mustUnderstand");
        var role = header.getAttributeValue(version.namespace(), version == Soap.V11 ? "actor" : "role");
        if (must == null || must.strip().equals("0") || must.strip().equals("false")) return false;
        if (!must.strip().equals("1") && !must.strip().equals("true"))
            throw broken("mustUnderstand is neither 0 nor 1.");
        return role == null || OURS.contains(role.strip());
    }

    private static BrokenContract broken(String text) {
        return BrokenContract.schema(text);
    }
}
