package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.contract.AcceptUdenHandlingStatusStrukturType;
import dk.debitorkonto.adapter.soap.contract.AfvisningStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingEjGennemfoertStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingGennemfoertMedResultatInformationStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingGennemfoertStrukturType;
import dk.debitorkonto.adapter.soap.contract.ResultatAarsagStrukturType;
import dk.debitorkonto.adapter.soap.contract.ResultatInformationStrukturType;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Result;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The structures that a receipt and an answer tell an outcome with, written alike in both. */
public final class Structures {

    /**
     * What the words for a refusal depend on.
     *
     * @param handlingType the catalogue's UUID of the type
     * @param hasTwoLists whether claims of source and target were listed
     */
    public record Asked(UUID handlingType, boolean hasTwoLists) {}

    private final Causes causes;
    private final RefusalWords refusals;

    public Structures(Causes causes, Catalogue catalogue) {
        this.causes = causes;
        this.refusals = new RefusalWords(causes, catalogue);
    }

    public AfvisningStrukturType rejected(Asked asked, List<Refusal> refused) {
        return Causes.rejection(refusals.of(asked, refused));
    }

    public HandlingEjGennemfoertStrukturType notCarriedOut(Asked asked, List<Refusal> refused) {
        var structure = new HandlingEjGennemfoertStrukturType();
        structure.setFejlListe(Causes.list(refusals.of(asked, refused)));
        return structure;
    }

    public AcceptUdenHandlingStatusStrukturType accepted(List<Remark> remarks) {
        var structure = new AcceptUdenHandlingStatusStrukturType();
        if (remarks.isEmpty()) structure.setAccepteretUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    public HandlingGennemfoertStrukturType carriedOut(List<Remark> remarks) {
        var structure = new HandlingGennemfoertStrukturType();
        if (remarks.isEmpty()) structure.setHandlingGennemfoertUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    public HandlingGennemfoertMedResultatInformationStrukturType carriedOut(Result result, List<Remark> remarks) {
        var structure = new HandlingGennemfoertMedResultatInformationStrukturType();
        var information = new ResultatInformationStrukturType();
        information.getAny().add(ResultXml.of(result));
        structure.setResultatInformationStruktur(information);
        if (remarks.isEmpty()) structure.setHandlingGennemfoertUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    public List<ResultatAarsagStrukturType> words(List<Remark> remarks) {
        return remarks.stream()
                .map(remark -> causes.cause(
                        remark.kind().code(),
                        element(remark.kind()),
                        remark.args().isEmpty() ? null : remark.args().getFirst(),
                        "remark." + remark.kind(),
                        remark.args()))
                .toList();
    }

    /** What the first thing that a remark tells is called on the wire. */
    private static @Nullable String element(Remark.Kind kind) {
        return switch (kind) {
            case PARTLY_COVERED -> "FordringIdentifikation";
            case EFFECT_DATE_MOVED -> "DebitorkontoAnmodningVirkningDato";
            case DRY_RUN, CLAIMS_LEFT_OUT -> null;
        };
    }
}
