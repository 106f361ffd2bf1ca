package dk.debitorkonto.adapter.demo;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request's envelope, to be changed word by word into one that is refused. */
record Words(String xml) {

    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-03-02T08:15:00+01:00");
    /** The request's own head, in order, up to the account. */
    private static final List<String> HEAD = List.of(
            "DebitorkontoAnmodningVirkningDato",
            "DebitorkontoAnmodningÅrsag",
            "DebitorkontoAnmodningÅrsagTekst",
            "DebitorkontoAnmodningSvarSenestDato",
            "DebitorkontoIdentifikation");

    private static final String PARAMETERS = "DebitorkontoAnmodningHandlingParametre";

    static Words of(DemoCast.Part part) {
        return new Words(DemoRequest.of(part, SENT));
    }

    /** The same, identified by a name: each that is sent needs an identification of its own. */
    Words identified(String name) {
        return with(
                "DebitorkontoAnmodningIdentifikation", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** Changes the first element of this local name, or adds it to the request's own head. */
    Words with(String name, Object value) {
        var there = Pattern.compile("(<(\\w):" + name + ">)[^<]*", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(xml);
        if (there.find()) return new Words(there.replaceFirst("$1" + Matcher.quoteReplacement(value.toString())));
        var next = HEAD.subList(HEAD.indexOf(name) + 1, HEAD.size()).stream()
                .map(each -> "<d:" + each + ">")
                .filter(xml::contains)
                .findFirst()
                .orElseThrow();
        return before(next, "<d:%s>%s</d:%s>".formatted(name, value, name));
    }

    Words type(UUID uuid) {
        return with("DebitorkontoAnmodningHandlingType", uuid);
    }

    /** The claims of the (first) list. */
    Words claims(UUID... claims) {
        return list("(?:Udgangspunkt)?FordringListe", claims);
    }

    Words targetClaims(UUID... claims) {
        return list("MålFordringListe", claims);
    }

    private Words list(String name, UUID... claims) {
        var ids = new StringBuilder();
        for (var claim : claims)
            ids.append("<d:FordringIdentifikation>").append(claim).append("</d:FordringIdentifikation>");
        return replaced("(?s)(<d:" + name + ">).*?(</d:" + name + ">)", "$1" + ids + "$2");
    }

    Words target(UUID account) {
        return replaced("(<d:MålDebitorkonto><d:DebitorkontoIdentifikation>)[^<]*", "$1" + account);
    }

    Words period(String from, String to) {
        var words = "<d:UdgangspunktPeriodeFraOgMedDato>" + from + "</d:UdgangspunktPeriodeFraOgMedDato>"
                + "<d:UdgangspunktPeriodeTilOgMedDato>" + to + "</d:UdgangspunktPeriodeTilOgMedDato>";
        if (xml.contains("<d:MålDebitorkonto>")) return before("<d:MålDebitorkonto>", words);
        return before(xml.contains(PARAMETERS) ? "<d:" + PARAMETERS : "</d:Anmod", words);
    }

    Words withoutParameters() {
        return replaced("(?s)<d:" + PARAMETERS + ">.*</d:" + PARAMETERS + ">", "");
    }

    /** @param element of the handling's namespace, with the prefix h */
    Words parameters(String element) {
        var words = "<d:" + PARAMETERS + ">"
                + element.replaceFirst(">", " xmlns:h=\"urn:debitorkonto:handling:1\">")
                + "</d:" + PARAMETERS + ">";
        return withoutParameters().before("</d:Anmod", words);
    }

    /** Into the head, after the route. */
    Words head(String words) {
        return before("</k:HovedOplysninger>", words);
    }

    /** Before the route. */
    Words requestId(UUID id) {
        return before("<k:Rute>", "<k:RequestId>" + id + "</k:RequestId>");
    }

    Words authority(String cvr) {
        return before(
                "<k:Rute>",
                "<k:AuthorityContext><k:MunicipalityCVR>" + cvr + "</k:MunicipalityCVR></k:AuthorityContext>");
    }

    Words withoutRoute() {
        return replaced("(?s)<k:Rute>.*</k:Rute>", "");
    }

    /** @param instruction of the processing namespace, with the prefix p */
    Words processing(String instruction) {
        return head("<k:Processing>" + instruction.replaceFirst("(/?>)", " xmlns:p=\"urn:debitorkonto:processing:1\"$1")
                + "</k:Processing>");
    }

    private Words before(String mark, String words) {
        if (!xml.contains(mark)) throw new IllegalArgumentException("no " + mark);
        return new Words(xml.replaceFirst(Pattern.quote(mark), Matcher.quoteReplacement(words + mark)));
    }

    private Words replaced(String pattern, String words) {
        return new Words(xml.replaceFirst(pattern, words));
    }
}
