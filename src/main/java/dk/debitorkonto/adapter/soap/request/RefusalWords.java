package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.contract.ResultatAarsagStrukturType;
import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says refusals in the contract's words: the element's name on the wire, the value, and a sentence. */
final class RefusalWords {

    private static final int MOST = 100;

    private final Causes causes;
    private final Catalogue catalogue;

    RefusalWords(Causes causes, Catalogue catalogue) {
        this.causes = causes;
        this.catalogue = catalogue;
    }

    /** At most a hundred, the last of which tells how many more there are. */
    List<ResultatAarsagStrukturType> of(Structures.Asked asked, List<Refusal> refusals) {
        var words = new ArrayList<ResultatAarsagStrukturType>();
        for (var refusal : refusals.subList(0, Math.min(refusals.size(), MOST)))
            words.add(causes.cause(
                    refusal.reason().code(),
                    element(asked, refusal),
                    refusal.value(),
                    "reason." + refusal.reason(),
                    told(refusal)));
        var more = refusals.getLast().more() + Math.max(0, refusals.size() - MOST);
        if (more > 0) Causes.tellMore(words.getLast(), more);
        return words;
    }

    private static List<String> told(Refusal refusal) {
        return refusal.reason() == Reason.STATE_FORBIDS
                ? refusal.args().stream()
                        .map(ClaimState::valueOf)
                        .map(ResultXml::word)
                        .toList()
                : refusal.args();
    }

    private @Nullable String element(Structures.Asked asked, Refusal refusal) {
        return switch (refusal.element()) {
            case HANDLING_TYPE -> "DebitorkontoAnmodningHandlingType";
            case PARAMETERS -> "DebitorkontoAnmodningHandlingParametre";
            case PARAMETER -> parameter(asked, refusal.parameter());
            case EFFECT_DATE -> "DebitorkontoAnmodningVirkningDato";
            case REASON -> "DebitorkontoAnmodningÅrsag";
            case REASON_TEXT -> "DebitorkontoAnmodningÅrsagTekst";
            case ANSWER_BY -> "DebitorkontoAnmodningSvarSenestDato";
            case PERIOD_FROM -> "UdgangspunktPeriodeFraOgMedDato";
            case PERIOD_TO -> "UdgangspunktPeriodeTilOgMedDato";
            case ACCOUNT -> "DebitorkontoIdentifikation";
            case TARGET_ACCOUNT -> "MålDebitorkonto/DebitorkontoIdentifikation";
            case CLAIM -> "FordringIdentifikation";
            case TARGET_CLAIM ->
                asked.hasTwoLists() ? "MålFordringListe/FordringIdentifikation" : "FordringIdentifikation";
            case FINGERPRINT -> "Fingeraftryk";
        };
    }

    private @Nullable String parameter(Structures.Asked asked, @Nullable String component) {
        if (component == null) return "DebitorkontoAnmodningHandlingParametre";
        return catalogue
                .find(asked.handlingType())
                .map(item -> item.definition().parameters())
                .map(shape -> onWire(shape.children(), component))
                .orElse(component);
    }

    private static @Nullable String onWire(List<Child> children, String component) {
        for (var child : children) {
            if (child.component().equals(component)) return child.name();
            var deeper = onWire(child.children(), component);
            if (deeper != null) return deeper;
        }
        return null;
    }
}
