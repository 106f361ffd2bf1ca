package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.adapter.soap.contract.AarsagListeType;
import dk.debitorkonto.adapter.soap.contract.AfvisningStrukturType;
import dk.debitorkonto.adapter.soap.contract.ResultatAarsagStrukturType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes reasons and remarks as the contract has them, and takes care of what may not be told. */
public final class Causes {

    private static final int NAME_OR_VALUE = 100;
    private static final int SENTENCE = 500;
    /** Anything that looks like a person's number. */
    private static final Pattern PERSON =
            Pattern.compile("(?<![0-9A-Fa-f])\\d{6}[\\s\\p{Z}\\p{Pd}]{0,3}\\d{4}(?![0-9A-Fa-f]|\\.\\d)");

    private final Sentences sentences;
    private final Map<String, UUID> identifications = new HashMap<>();

    public Causes(Sentences sentences, Collection<CodePage> codes) {
        this.sentences = sentences;
        for (var page : codes) if (page.uuid() != null) identifications.put(page.code(), page.uuid());
    }

    /**
     * One reason.
     *
     * @param key of its sentence
     * @param args what the sentence tells besides
     */
    public ResultatAarsagStrukturType cause(
            String code, @Nullable String element, @Nullable String value, String key, List<String> args) {
        var identification = identifications.get(code);
        if (identification == null) throw new IllegalStateException("no page for the code " + code);
        var cause = new ResultatAarsagStrukturType();
        cause.setAarsagIdentifikation(identification.toString());
        cause.setElementNavn(element == null || element.isEmpty() ? null : cut(element, NAME_OR_VALUE));
        cause.setElementVaerdi(value == null ? null : cut(masked(value), NAME_OR_VALUE));
        cause.setLokalAarsagTekst(cut(masked(sentences.of(key, args)), SENTENCE));
        cause.setLokalAarsagKode(code);
        return cause;
    }

    public String sentence(String key, String... args) {
        return masked(sentences.of(key, List.of(args)));
    }

    /** Appends to a reason that there are {@code more} like it. */
    public static void tellMore(ResultatAarsagStrukturType last, long more) {
        var tail = " … og " + more + " til.";
        last.setLokalAarsagTekst(cut(last.getLokalAarsagTekst(), SENTENCE - tail.length()) + tail);
    }

    public static AarsagListeType list(Collection<ResultatAarsagStrukturType> causes) {
        var list = new AarsagListeType();
        list.getResultatAarsagStruktur().addAll(causes);
        return list;
    }

    public static AfvisningStrukturType rejection(Collection<ResultatAarsagStrukturType> causes) {
        var rejection = new AfvisningStrukturType();
        rejection.setFejlListe(list(causes));
        return rejection;
    }

    private static String masked(String text) {
        return PERSON.matcher(text).replaceAll("xxxxxx-xxxx");
    }

    /** By UTF-16 units, as validators in Java count, and never through a character that takes two. */
    private static String cut(String text, int most) {
        if (text.length() <= most) return text;
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
