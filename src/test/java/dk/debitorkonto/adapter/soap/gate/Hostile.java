package dk.debitorkonto.adapter.soap.gate;

import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Soap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One hostile, or just unusual, message and what it is to get.
 *
 * @param status HTTP's
 * @param code of the fault; empty where the message is to be accepted
 */
@SuppressWarnings("ArrayRecordComponent") // A test's data, changed by nobody.
record Hostile(String name, String contentType, byte[] body, List<String> headers, int status, String code) {

    static final String SCHEMA = "SchemaValidationFailed";
    static final String LARGE = "MessageTooLarge";
    private static final String XML = "text/xml; charset=utf-8";
    private static final String GOOD =
            Door.resource("golden/DebitorkontoAnmodningAfsend/accept-uden-handling-status/request.xml");
    private static final String BARE = GOOD.substring(GOOD.indexOf("<soap:Envelope"));
    private static final String WITH_PARAMETERS =
            Door.resource("golden/DebitorkontoAnmodningAfsend/gennemfoert/request.xml");
    private static final String ADDRESSING = " xmlns:a=\"http://www.w3.org/2005/08/addressing\"";
    private static final String ACTION = Contract.REQUEST.action("AnmodEnDebitorkonto");

    @Override
    public String toString() {
        return name;
    }

    /** All of them. */
    static List<Hostile> all() {
        var all = new ArrayList<Hostile>();
        all.addAll(unusualButLegal());
        all.addAll(encodings());
        all.addAll(shapes());
        all.addAll(headerRules());
        all.addAll(limits());
        all.addAll(values());
        all.addAll(http());
        return all;
    }

    private static List<Hostile> unusualButLegal() {
        return List.of(
                good("as it is", GOOD),
                good("no declaration", BARE),
                good("byte order mark", "\uFEFF" + GOOD),
                good("default namespace", defaultNamespace()),
                good(
                        "comments",
                        GOOD.replace("<soap:Body>", "<!-- a --><soap:Body><!-- -->")
                                .replace("5140e101-", "5140<!-- x -->e101-")),
                good("CDATA", GOOD.replace(">5140e101-", "><![CDATA[5140e101-]]>")),
                good("character references", GOOD.replace(">5140e101-", ">&#x35;140e101-")),
                good("Danish letters as references", GOOD.replace("fagsystem-2026", "&#xE6;&#248;å 2026")),
                good("an empty header", GOOD.replace("<soap:Body>", "<soap:Header/><soap:Body>")),
                good("comments after the envelope", GOOD + "<!-- the end -->\n"),
                good(
                        "single quotes and spaces",
                        GOOD.replace(
                                "version=\"1.0\" encoding=\"UTF-8\"",
                                "version = '1.0'  encoding = 'utf-8' standalone='yes'")),
                good("an unknown header", header("<x:Trace xmlns:x=\"urn:x\" soap:mustUnderstand=\"0\">1</x:Trace>")),
                good(
                        "a header for another actor",
                        header("<x:T xmlns:x=\"urn:x\" soap:mustUnderstand=\"1\" soap:actor=\"urn:other\"/>")),
                good("other prefixes", GOOD.replace("soap:", "ø:").replace("xmlns:soap", "xmlns:ø")),
                good(
                        "a zone on a date",
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("2026-03-02+01:00") + "<d:DebitorkontoIdentifikation>")),
                good("a million spaces", GOOD.replace("<soap:Body>", "\n".repeat(60_000) + "<soap:Body>")));
    }

    private static List<Hostile> encodings() {
        return List.of(
                of(
                        "UTF-16 with mark",
                        "text/xml",
                        bytes(GOOD.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16),
                        200,
                        ""),
                of(
                        "UTF-16LE by charset",
                        "text/xml; charset=utf-16le",
                        bytes(BARE, StandardCharsets.UTF_16LE),
                        200,
                        ""),
                of(
                        "Latin-1 declared",
                        "text/xml",
                        bytes(GOOD.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1),
                        200,
                        ""),
                bad("charset contradicts declaration", "text/xml; charset=iso-8859-1", GOOD),
                bad("charset contradicts mark", "text/xml; charset=iso-8859-1", "\uFEFF" + BARE),
                of(
                        "UTF-16 said, UTF-8 sent",
                        XML,
                        bytes(GOOD.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_8),
                        500,
                        SCHEMA),
                of("UTF-8 said, UTF-16 sent", XML, bytes(GOOD, StandardCharsets.UTF_16), 500, SCHEMA),
                bad("UTF-7", "text/xml; charset=utf-7", GOOD),
                bad("UTF-7 declared", "text/xml", GOOD.replace("UTF-8", "UTF-7")),
                of("EBCDIC", "text/xml", bytes(GOOD, Charset.forName("IBM037")), 500, SCHEMA),
                of("UTF-32", "text/xml", bytes(GOOD, Charset.forName("UTF-32")), 500, SCHEMA),
                of(
                        "broken UTF-8",
                        XML,
                        bytes(GOOD.replace("fagsystem", "\u00E6"), StandardCharsets.ISO_8859_1),
                        500,
                        SCHEMA),
                of("overlong UTF-8", XML, new byte[] {(byte) 0xC0, (byte) 0xBC, 'a'}, 500, SCHEMA),
                bad("unknown charset", "text/xml; charset=x-none", GOOD),
                bad("control character", XML, GOOD.replace("fagsystem", "a\u0001b")),
                bad("control character by reference", XML, GOOD.replace("fagsystem", "a&#1;b")),
                bad("null character", XML, GOOD.replace("fagsystem", "a\u0000b")),
                bad("XML 1.1", XML, GOOD.replace("version=\"1.0\"", "version=\"1.1\"")),
                bad("truncated", XML, GOOD.substring(0, GOOD.length() - 40)),
                bad("two documents", XML, GOOD + BARE),
                bad("text after the end", XML, GOOD + "x"),
                bad("empty", XML, ""),
                bad("JSON", XML, "{\"a\": 1}"),
                bad("plain text", XML, "hello"));
    }

    private static List<Hostile> shapes() {
        var doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        return List.of(
                bad("DTD", XML, doctype + BARE),
                bad("DTD with an entity used", XML, doctype + BARE.replace("fagsystem", "&e;")),
                bad("empty DTD", XML, "<!DOCTYPE soap:Envelope>" + BARE),
                bad("parameter entity", XML, "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>" + BARE),
                bad(
                        "bomb",
                        XML,
                        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
                                + BARE.replace("fagsystem", "&b;")),
                of("DTD in UTF-16", "text/xml", bytes(doctype + BARE, StandardCharsets.UTF_16), 500, SCHEMA),
                bad("undeclared entity", XML, GOOD.replace("fagsystem", "&x;")),
                bad("two bodies", XML, GOOD.replace("</soap:Body>", "</soap:Body><soap:Body/>")),
                bad("two headers", XML, GOOD.replace("<soap:Body>", "<soap:Header/><soap:Header/><soap:Body>")),
                bad("header after the body", XML, GOOD.replace("</soap:Body>", "</soap:Body><soap:Header/>")),
                bad("something after the body", XML, GOOD.replace("</soap:Body>", "</soap:Body><x/>")),
                bad(
                        "two requests",
                        XML,
                        GOOD.replace(
                                "</soap:Body>",
                                "<d:Ping_I xmlns:d=\"http://www.kombit.dk/2017/01/01/\"/></soap:Body>")),
                bad(
                        "an empty body",
                        XML,
                        "<soap:Envelope xmlns:soap=\"" + Soap.V11.namespace() + "\"><soap:Body/></soap:Envelope>"),
                bad("no body", XML, "<soap:Envelope xmlns:soap=\"" + Soap.V11.namespace() + "\"/>"),
                bad("text in the body", XML, GOOD.replace("<soap:Body>", "<soap:Body>x")),
                bad("text in the envelope", XML, GOOD.replace("<soap:Body>", "x<soap:Body>")),
                bad(
                        "body in a wrapper",
                        XML,
                        GOOD.replace("<soap:Body>", "<w><soap:Body>").replace("</soap:Body>", "</soap:Body></w>")),
                bad(
                        "SOAP elements deep inside",
                        XML,
                        WITH_PARAMETERS.replace("<h:NyTilstand>", "<soap:Body/><h:NyTilstand>")),
                bad(
                        "body of the other version",
                        XML,
                        GOOD.replace("<soap:Body>", "<b:Body xmlns:b=\"" + Soap.V12.namespace() + "\">")
                                .replace("</soap:Body>", "</b:Body>")),
                bad("unknown operation", XML, GOOD.replace("AnmodEnDebitorkonto_I", "AnmodAltMuligt_I")),
                bad(
                        "the answer service's operation",
                        XML,
                        GOOD.replace("AnmodEnDebitorkonto_I", "AfsendDebitorkontoAnmodningSvar_I")),
                bad(
                        "operation of no namespace",
                        XML,
                        GOOD.replace("d:AnmodEnDebitorkonto_I xmlns:d", "AnmodEnDebitorkonto_I xmlns:d")
                                .replace("/d:AnmodEn", "/AnmodEn")),
                bad("a response as a request", XML, GOOD.replace("AnmodEnDebitorkonto_I", "AnmodEnDebitorkonto_O")),
                bad("no envelope", XML, "<a/>"),
                bad(
                        "an envelope of 2001",
                        XML,
                        GOOD.replace(Soap.V11.namespace(), "http://www.w3.org/2001/12/soap-envelope")),
                of(
                        "the other version's media type",
                        "application/soap+xml",
                        bytes(GOOD, StandardCharsets.UTF_8),
                        500,
                        SCHEMA));
    }

    private static List<Hostile> headerRules() {
        var to = "<a:To" + ADDRESSING + ">http://x.example" + Door.REQUESTS + "</a:To>";
        return List.of(
                good(
                        "addressing",
                        header(
                                to + "<a:Action" + ADDRESSING + ">" + ACTION + "</a:Action><a:MessageID" + ADDRESSING
                                        + " soap:mustUnderstand=\"1\">urn:1</a:MessageID><a:ReplyTo" + ADDRESSING
                                        + "><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>")),
                badHeader("To twice", to + to),
                badHeader("To another path", to.replace("/1</a:To>", "/2</a:To>")),
                badHeader("To nonsense", "<a:To" + ADDRESSING + ">::::</a:To>"),
                badHeader("Action of another operation", "<a:Action" + ADDRESSING + ">" + ACTION + "x</a:Action>"),
                badHeader("ReplyTo an inside host", reply("ReplyTo", "http://10.0.0.1/x")),
                badHeader("ReplyTo a file", reply("ReplyTo", "file:///etc/passwd")),
                badHeader("FaultTo JMS", reply("FaultTo", "jms:queue:x")),
                badHeader("From somewhere", reply("From", "http://x.example/")),
                badHeader("ReplyTo without an address", "<a:ReplyTo" + ADDRESSING + "/>"),
                badHeader("RelatesTo", "<a:RelatesTo" + ADDRESSING + ">urn:1</a:RelatesTo>"),
                badHeader(
                        "addressing of 2004, to be understood",
                        "<a:To xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
                                + " soap:mustUnderstand=\"1\">x</a:To>"),
                badHeader("mustUnderstand 1", "<x:T xmlns:x=\"urn:x\" soap:mustUnderstand=\"1\"/>"),
                badHeader("mustUnderstand true", "<x:T xmlns:x=\"urn:x\" soap:mustUnderstand=\"true\"/>"),
                badHeader("mustUnderstand maybe", "<x:T xmlns:x=\"urn:x\" soap:mustUnderstand=\"maybe\"/>"),
                of(
                        "security on the plain port",
                        XML,
                        bytes(
                                header(
                                        "<s:Security"
                                            + " xmlns:s=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"/>"),
                                StandardCharsets.UTF_8),
                        500,
                        "InvalidSecurityToken"),
                of(
                        "security for another actor",
                        XML,
                        bytes(
                                header(
                                        "<s:Security soap:actor=\"urn:x\""
                                            + " xmlns:s=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\"/>"),
                                StandardCharsets.UTF_8),
                        500,
                        "InvalidSecurityToken"),
                of("SOAPAction", XML, GOOD, List.of("SOAPAction", "\"" + ACTION + "\""), 200, ""),
                of("SOAPAction without quotes", XML, GOOD, List.of("SOAPAction", ACTION), 200, ""),
                of("empty SOAPAction", XML, GOOD, List.of("SOAPAction", "\"\""), 200, ""),
                of(
                        "SOAPAction of another operation",
                        XML,
                        GOOD,
                        List.of("SOAPAction", "\"" + Contract.REQUEST.action("Ping") + "\""),
                        500,
                        SCHEMA),
                of("SOAPAction nonsense", XML, GOOD, List.of("SOAPAction", "x"), 500, SCHEMA),
                of("two SOAPActions", XML, GOOD, List.of("SOAPAction", ACTION, "SOAPAction", ACTION), 500, SCHEMA));
    }

    private static List<Hostile> limits() {
        var attributes = new StringBuilder();
        var namespaces = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("=\"1\"");
            namespaces.append(" xmlns:n").append(i).append("=\"urn:").append(i).append('"');
        }
        var names = new StringBuilder();
        for (int i = 0; i < 3000; i++) names.append("<x").append(i).append("/>");
        return List.of(
                large("depth", parameters("<a>".repeat(60) + "</a>".repeat(60))),
                large("depth of half a million", parameters("<a>".repeat(500_000))),
                large("attributes", parameters("<a" + attributes + "/>")),
                large("namespaces", parameters("<a" + namespaces + "/>")),
                large("a long attribute", parameters("<a b=\"" + "x".repeat(5000) + "\"/>")),
                large("children", parameters("<a>" + "<b/>".repeat(26_000) + "</a>")),
                large("text", parameters("<a>" + "x".repeat(70_000) + "</a>")),
                large(
                        "text in many CDATAs",
                        parameters("<a>" + ("<![CDATA[" + "x".repeat(1000) + "]]>").repeat(70) + "</a>")),
                large("names", parameters("<a>" + names + "</a>")),
                large("a long name", parameters("<" + "x".repeat(100_000) + "/>")),
                large("bytes", GOOD + "<!-- " + "x".repeat(4_300_000) + " -->"),
                large("a comment of megabytes", GOOD + "<!-- " + "x".repeat(3_000_000) + " -->"),
                good("a long comment", GOOD + "<!-- " + "x".repeat(50_000) + " -->"));
    }

    private static List<Hostile> values() {
        return List.of(
                bad(
                        "30 February",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("2026-02-30") + "<d:DebitorkontoIdentifikation>")),
                bad(
                        "year 0",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("0000-01-01") + "<d:DebitorkontoIdentifikation>")),
                bad(
                        "before the common era",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("-0044-03-15") + "<d:DebitorkontoIdentifikation>")),
                bad(
                        "a far future",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("12026-01-01") + "<d:DebitorkontoIdentifikation>")),
                bad(
                        "a date with Arabic digits",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                effect("٢٠٢٦-01-01") + "<d:DebitorkontoIdentifikation>")),
                bad("UUID in upper case", XML, GOOD.replace("7a1d9c3e", "7A1D9C3E")),
                bad("UUID with white space", XML, GOOD.replace(">7a1d9c3e", "> 7a1d9c3e")),
                bad("a short CVR", XML, GOOD.replace(">25313763<", ">2531376<")),
                bad("an empty TransaktionsId", XML, GOOD.replace("fagsystem-2026-000123", "")),
                bad(
                        "an unknown element",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>", "<d:Nyt>x</d:Nyt><d:DebitorkontoIdentifikation>")),
                bad(
                        "an unknown attribute",
                        XML,
                        GOOD.replace("<d:DebitorkontoIdentifikation>", "<d:DebitorkontoIdentifikation x=\"1\">")),
                bad(
                        "xsi:nil",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                "<d:DebitorkontoIdentifikation xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " i:nil=\"true\">")),
                bad(
                        "xsi:type",
                        XML,
                        GOOD.replace(
                                "<d:DebitorkontoIdentifikation>",
                                "<d:DebitorkontoIdentifikation xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xmlns:s=\"http://www.w3.org/2001/XMLSchema\" i:type=\"s:string\">")),
                good(
                        "a schema location elsewhere",
                        GOOD.replace(
                                "AnmodEnDebitorkonto_I xmlns",
                                "AnmodEnDebitorkonto_I xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " i:schemaLocation=\"urn:x http://127.0.0.1:1/x.xsd\" xmlns")),
                good(
                        "XInclude in the parameters",
                        parameters("<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\""
                                + " href=\"file:///etc/passwd\"/>")));
    }

    private static List<Hostile> http() {
        return List.of(
                of("no media type", "", bytes(GOOD, StandardCharsets.UTF_8), 415, SCHEMA),
                of("application/xml", "application/xml", bytes(GOOD, StandardCharsets.UTF_8), 415, SCHEMA),
                of("application/json", "application/json", bytes(GOOD, StandardCharsets.UTF_8), 415, SCHEMA),
                of("a form", "application/x-www-form-urlencoded", bytes("a=b", StandardCharsets.UTF_8), 415, SCHEMA),
                of(
                        "multipart",
                        "multipart/related; type=\"text/xml\"; boundary=x",
                        bytes(GOOD, StandardCharsets.UTF_8),
                        415,
                        SCHEMA),
                of("nonsense as media type", "text", bytes(GOOD, StandardCharsets.UTF_8), 415, SCHEMA),
                of("gzip", XML, GOOD, List.of("Content-Encoding", "gzip"), 415, SCHEMA),
                of("deflate", XML, GOOD, List.of("Content-Encoding", "deflate"), 415, SCHEMA),
                of(
                        "media type in capitals",
                        "TEXT/XML; CHARSET=\"UTF-8\"",
                        bytes(GOOD, StandardCharsets.UTF_8),
                        200,
                        ""));
    }

    private static String defaultNamespace() {
        return GOOD.replace("xmlns:d=", "xmlns=").replace("<d:", "<").replace("</d:", "</");
    }

    private static String header(String content) {
        return GOOD.replace("<soap:Body>", "<soap:Header>" + content + "</soap:Header><soap:Body>");
    }

    private static String reply(String name, String address) {
        return "<a:" + name + ADDRESSING + "><a:Address>" + address + "</a:Address></a:" + name + ">";
    }

    private static String parameters(String content) {
        return GOOD.replace(
                "</d:AnmodEnDebitorkonto_I>",
                "<d:DebitorkontoAnmodningHandlingParametre>" + content
                        + "</d:DebitorkontoAnmodningHandlingParametre></d:AnmodEnDebitorkonto_I>");
    }

    private static String effect(String date) {
        return "<d:DebitorkontoAnmodningVirkningDato>" + date + "</d:DebitorkontoAnmodningVirkningDato>";
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static Hostile good(String name, String message) {
        return of(name, XML, bytes(message, StandardCharsets.UTF_8), 200, "");
    }

    private static Hostile bad(String name, String contentType, String message) {
        return of(name, contentType, bytes(message, StandardCharsets.UTF_8), 500, SCHEMA);
    }

    private static Hostile badHeader(String name, String header) {
        return bad(name, XML, header(header));
    }

    private static Hostile large(String name, String message) {
        return of(name, XML, bytes(message, StandardCharsets.UTF_8), 413, LARGE);
    }

    private static Hostile of(String name, String contentType, byte[] body, int status, String code) {
        return new Hostile(name, contentType, body, List.of(), status, code);
    }

    private static Hostile of(
            String name, String contentType, String message, List<String> headers, int status, String code) {
        return new Hostile(name, contentType, bytes(message, StandardCharsets.UTF_8), headers, status, code);
    }
}
