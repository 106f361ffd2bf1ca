package dk.debitorkonto.testing;

import java.util.regex.Pattern;

/** What a case system sees of an answer, and says when it accepts it. */
public final class AcceptedAnswer {

    /** Finds the answer's identification in its message. */
    public static final Pattern IDENTIFICATION = element("DebitorkontoAnmodningSvarIdentifikation");

    private static final String RECEIPT = """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <d:AfsendDebitorkontoAnmodningSvar_O xmlns:d="http://www.kombit.dk/2017/01/01/" xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">\
        <k:HovedOplysningerSvar><k:TransaktionsId>t</k:TransaktionsId>\
        <k:TransaktionsTid>2026-03-02T09:15:01+01:00</k:TransaktionsTid></k:HovedOplysningerSvar>\
        <d:DebitorkontoAnmodningSvarIdentifikation>%s</d:DebitorkontoAnmodningSvarIdentifikation>\
        <d:BehandlingDatoTid>2026-03-02T09:15:01+01:00</d:BehandlingDatoTid>\
        <d:AcceptStruktur><d:AccepteretUdenBemærkninger>true</d:AccepteretUdenBemærkninger></d:AcceptStruktur>\
        </d:AfsendDebitorkontoAnmodningSvar_O></s:Body></s:Envelope>\
        """;

    private AcceptedAnswer() {}

    /** Finds an element's text, whatever its prefix. */
    public static Pattern element(String name) {
        return Pattern.compile("<(?:\\w+:)?" + name + ">([^<]*)<");
    }

    /** The receipt of the answer with this identification, as SOAP 1.1. */
    public static String receipt(Object identification) {
        return RECEIPT.formatted(identification);
    }
}
