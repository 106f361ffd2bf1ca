package dk.debitorkonto.adapter.soap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a body says, its head aside, as text that is equal exactly when two bodies say the same: the same elements in the
 * same order by namespace, local name, attributes, and text without white space at its ends.
 *
 * <p>A line each: {@code #namespace} where one is first met, {@code <n:element}, {@code @n:attribute value},
 * {@code "text}, {@code >}.
 */
public final class Content {

    private static final String FINGERPRINT = "Fingeraftryk";

    private Content() {}

    /** The same, where the effect must have {@code fingerprint} too. */
    public static String with(String content, @Nullable String fingerprint) {
        return fingerprint == null ? content : content + "<:" + FINGERPRINT + "\n\"" + line(fingerprint) + "\n>\n";
    }

    /** Writes the content down while the body is read. */
    public static final class Recorder {

        private final StringBuilder lines = new StringBuilder(1024);
        private final Map<String, Integer> namespaces = new HashMap<>();
        private int depth;
        private int head;

        public void start(XMLStreamReader reader) {
            depth++;
            if (head == 0 && depth == 2 && Contract.HEAD_NAMESPACE.equals(reader.getNamespaceURI())) head = depth;
            if (head != 0) return;
            var number = number(reader.getNamespaceURI());
            lines.append('<')
                    .append(number)
                    .append(':')
                    .append(reader.getLocalName())
                    .append('\n');
            if (reader.getAttributeCount() > 0) attributes(reader);
        }

        public void text(CharSequence text) {
            if (head != 0) return;
            var trimmed = text.toString().trim();
            if (!trimmed.isEmpty()) lines.append('"').append(line(trimmed)).append('\n');
        }

        public void end() {
            if (head == 0) lines.append(">\n");
            if (head == depth) head = 0;
            depth--;
        }

        public String content() {
            return lines.toString();
        }

        private void attributes(XMLStreamReader reader) {
            var sorted = new TreeMap<String, String>();
            for (int i = 0; i < reader.getAttributeCount(); i++)
                sorted.put(
                        number(reader.getAttributeNamespace(i)) + ":" + reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i).trim());
            sorted.forEach((name, value) -> lines.append('@')
                    .append(name)
                    .append(' ')
                    .append(line(value))
                    .append('\n'));
        }

        private int number(@Nullable String namespace) {
            var uri = namespace == null ? XMLConstants.NULL_NS_URI : namespace;
            var known = namespaces.get(uri);
            if (known != null) return known;
            lines.append('#').append(line(uri)).append('\n');
            namespaces.put(uri, namespaces.size());
            return namespaces.size() - 1;
        }
    }

    /** The local name of the first element in which {@code now} differs from {@code before}. */
    public static String firstDifference(String before, String now) {
        var open = new ArrayDeque<String>();
        var was = resolved(before).iterator();
        var is = resolved(now).iterator();
        while (is.hasNext()) {
            var line = is.next();
            var other = next(was);
            if (!line.equals(other)) return named(line, other, open);
            if (line.startsWith("<")) open.push(element(line));
            else if (line.equals(">")) open.pop();
        }
        return named("", next(was), open);
    }

    private static String named(String line, String other, Deque<String> open) {
        var isOfOpen = isInElement(line) || isInElement(other);
        if (!isOfOpen && line.startsWith("<")) return element(line);
        if (!isOfOpen && other.startsWith("<")) return element(other);
        return open.isEmpty() ? "" : open.peek();
    }

    /** An attribute or a text says of the element that is open, whatever the other has in its place. */
    private static boolean isInElement(String line) {
        return line.startsWith("@") || line.startsWith("\"");
    }

    private static String element(String line) {
        return line.substring(line.lastIndexOf('}') + 1);
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    /** The lines with namespaces written out. */
    private static List<String> resolved(String content) {
        var namespaces = new ArrayList<String>();
        var result = new ArrayList<String>();
        for (var line : content.split("\n", -1)) {
            if (line.startsWith("#")) namespaces.add(line.substring(1));
            else if (line.startsWith("<") || line.startsWith("@")) {
                var colon = line.indexOf(':');
                var number = line.substring(1, colon);
                var namespace = number.isEmpty() ? "" : namespaces.get(Integer.parseInt(number));
                result.add(line.charAt(0) + "{" + namespace + "}" + line.substring(colon + 1));
            } else result.add(line);
        }
        result.removeAll(Collections.singleton(""));
        return result;
    }

    private static String line(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\\') < 0
                ? text
                : text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
