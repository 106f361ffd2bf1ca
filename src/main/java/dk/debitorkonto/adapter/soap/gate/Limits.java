package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.SoapSettings;
import java.util.HashSet;
import java.util.Set;
import org.codehaus.stax2.XMLStreamReader2;

/** Counts while a message is read, and knows where in it the reading is. */
final class Limits {

    private final SoapSettings most;
    private final String[] names;
    private final int[] lines;
    private final int[] columns;
    private final int[] children;
    private final Set<String> known = new HashSet<>();
    private int depth;

    Limits(SoapSettings most) {
        this.most = most;
        names = new String[most.maxDepth() + 1];
        lines = new int[most.maxDepth() + 1];
        columns = new int[most.maxDepth() + 1];
        children = new int[most.maxDepth() + 1];
    }

    /** Into an element. */
    void start(XMLStreamReader2 reader) {
        if (++children[depth] > most.maxChildren()) throw BrokenContract.tooLarge("an element has too many children");
        if (++depth > most.maxDepth()) throw BrokenContract.tooLarge("elements stand too deep in each other");
        children[depth] = 0;
        names[depth] = reader.getLocalName();
        var start = reader.getLocationInfo().getStartLocation();
        lines[depth] = start.getLineNumber();
        columns[depth] = start.getColumnNumber();
        attributes(reader);
        name(reader.getLocalName());
    }

    private void attributes(XMLStreamReader2 reader) {
        var count = reader.getAttributeCount();
        if (count + reader.getNamespaceCount() > most.maxAttributes())
            throw BrokenContract.tooLarge("an element has too many attributes");
        for (int i = 0; i < count; i++) {
            name(reader.getAttributeLocalName(i));
            if (reader.getAttributeValue(i).length() > most.maxAttributeLength())
                throw BrokenContract.tooLarge("an attribute is too long");
        }
    }

    /** Many different names are no contract's, but an attack on tables of names. */
    private void name(String name) {
        if (known.add(name) && known.size() > most.maxNames())
            throw BrokenContract.tooLarge("it has too many different names");
        if (name.length() > most.maxAttributeLength()) throw BrokenContract.tooLarge("a name is too long");
    }

    void text(int length) {
        if (length > most.maxText()) throw BrokenContract.tooLarge("a text is too long");
    }

    /** Out of it. */
    void end() {
        depth--;
    }

    int depth() {
        return depth;
    }

    /** The innermost open element. */
    String element() {
        return names[depth];
    }

    int line() {
        return lines[depth];
    }

    int column() {
        return columns[depth];
    }
}
