package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Times;
import dk.debitorkonto.adapter.soap.contract.AcceptUdenHandlingStatusStrukturType;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.adapter.soap.contract.HandlingEjGennemfoertStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingGennemfoertMedResultatInformationStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingGennemfoertStrukturType;
import dk.debitorkonto.adapter.soap.contract.HandlingUdsatTilSenereBehandlingStrukturType;
import dk.debitorkonto.adapter.soap.contract.ResultatAarsagStrukturType;
import dk.debitorkonto.adapter.soap.contract.ResultatInformationStrukturType;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an outcome as the receipt of the contract: one of the six structures. */
final class Receipts {

    private final Causes causes;
    private final RefusalWords refusals;
    private final Times times;

    Receipts(Causes causes, RefusalWords refusals, Times times) {
        this.causes = causes;
        this.refusals = refusals;
        this.times = times;
    }

    /** Fills {@code receipt}, of the operation's own type. */
    <R extends ForretningskvitteringType> R fill(R receipt, DebitorkontoAnmodningType request, Outcome outcome) {
        begin(receipt, request);
        switch (outcome) {
            case Outcome.Rejected rejected ->
                receipt.setAfvisningStruktur(Causes.rejection(refusals.of(request, rejected.refusals())));
            case Outcome.NotCarriedOut notCarriedOut -> {
                var structure = new HandlingEjGennemfoertStrukturType();
                structure.setFejlListe(Causes.list(refusals.of(request, notCarriedOut.refusals())));
                receipt.setHandlingEjGennemfoertStruktur(structure);
            }
            case Outcome.AcceptedWithoutStatus accepted ->
                receipt.setAcceptUdenHandlingStatusStruktur(accepted(accepted.remarks()));
            case Outcome.CarriedOut(Result result, List<Remark> remarks)
            when result != null ->
                receipt.setHandlingGennemfoertMedResultatInformationStruktur(carriedOut(result, remarks));
            case Outcome.CarriedOut carriedOut ->
                receipt.setHandlingGennemfoertStruktur(carriedOut(carriedOut.remarks()));
            case Outcome.Deferred deferred -> defer(receipt, deferred);
        }
        return receipt;
    }

    /** DKA-110: the identification is in use. */
    <R extends ForretningskvitteringType> R ofOtherContent(
            R receipt, DebitorkontoAnmodningType request, String element) {
        begin(receipt, request);
        receipt.setAfvisningStruktur(Causes.rejection(
                List.of(causes.cause("DKA-110", element, null, "contract.DKA-110", List.of(element)))));
        return receipt;
    }

    /** A head that can't be followed; nothing but the head is answered. */
    <R extends ForretningskvitteringType> R refused(
            R receipt, DebitorkontoAnmodningType request, String code, String detail) {
        var text = causes.sentence("head." + code, detail);
        receipt.setHovedOplysningerSvar(Head.error(request.getHovedOplysninger(), code, text));
        return receipt;
    }

    /** Tells that a stored receipt is sent again. */
    <R extends ForretningskvitteringType> R repeated(R receipt, Instant firstReceived) {
        var text = causes.sentence(
                "contract.ADV-01", firstReceived.truncatedTo(ChronoUnit.SECONDS).toString());
        receipt.getHovedOplysningerSvar().getSvarReaktion().add(Head.notice("ADV-01", text));
        return receipt;
    }

    private void begin(ForretningskvitteringType receipt, DebitorkontoAnmodningType request) {
        receipt.setHovedOplysningerSvar(Head.answer(request.getHovedOplysninger()));
        receipt.setDebitorkontoAnmodningIdentifikation(request.getDebitorkontoAnmodningIdentifikation());
        receipt.setBehandlingDatoTid(times.now());
    }

    private AcceptUdenHandlingStatusStrukturType accepted(List<Remark> remarks) {
        var structure = new AcceptUdenHandlingStatusStrukturType();
        if (remarks.isEmpty()) structure.setAccepteretUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    private HandlingGennemfoertStrukturType carriedOut(List<Remark> remarks) {
        var structure = new HandlingGennemfoertStrukturType();
        if (remarks.isEmpty()) structure.setHandlingGennemfoertUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    private HandlingGennemfoertMedResultatInformationStrukturType carriedOut(Result result, List<Remark> remarks) {
        var structure = new HandlingGennemfoertMedResultatInformationStrukturType();
        var information = new ResultatInformationStrukturType();
        information.getAny().add(ResultXml.of(result));
        structure.setResultatInformationStruktur(information);
        if (remarks.isEmpty()) structure.setHandlingGennemfoertUdenBemaerkninger(true);
        else structure.setBemaerkningListe(Causes.list(words(remarks)));
        return structure;
    }

    private void defer(ForretningskvitteringType receipt, Outcome.Deferred deferred) {
        var structure = new HandlingUdsatTilSenereBehandlingStrukturType();
        structure.setForventetBehandlingDato(times.date(deferred.expected()));
        structure.setDebitorkontoAnmodningSvarSenestDato(times.date(deferred.answerBy()));
        receipt.setHandlingUdsatTilSenereBehandlingStruktur(structure);
        for (var remark : words(deferred.remarks()))
            receipt.getHovedOplysningerSvar()
                    .getSvarReaktion()
                    .add(Head.notice(remark.getLokalAarsagKode(), remark.getLokalAarsagTekst()));
    }

    private List<ResultatAarsagStrukturType> words(List<Remark> remarks) {
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
