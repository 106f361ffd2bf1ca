package dk.debitorkonto.soapui;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An XPath with its declarations of namespaces before it, as SoapUI writes it. */
record Path(Map<String, String> namespaces, String expression) {

    private static final Pattern DECLARATION = Pattern.compile("declare namespace ([\\w-]+)='([^']*)';\\s*");

    static Path of(String text) {
        var namespaces = new HashMap<String, String>();
        var declarations = DECLARATION.matcher(text);
        var end = 0;
        while (declarations.lookingAt()) {
            namespaces.put(
                    Objects.requireNonNull(declarations.group(1)), Objects.requireNonNull(declarations.group(2)));
            end = declarations.end();
            declarations.region(end, text.length());
        }
        return new Path(namespaces, text.substring(end).strip());
    }

    /** The values found: of each node, or the one of a function. */
    List<String> valuesIn(Document document) {
        try {
            var path = XPathFactory.newInstance().newXPath();
            path.setNamespaceContext(new Prefixes(namespaces));
            if (!expression.startsWith("/")) return List.of(path.evaluate(expression, document));
            var nodes = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .map(Node::getTextContent)
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    private record Prefixes(Map<String, String> namespaces) implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return namespaces.getOrDefault(prefix, "");
        }

        @Override
        public @Nullable String getPrefix(String namespace) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            return List.<String>of().iterator();
        }
    }
}
