package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Times;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerI;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.adapter.soap.contract.HandlingUdsatTilSenereBehandlingStrukturType;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Result;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Writes an outcome as the receipt of the contract: one of the six structures. */
final class Receipts {

    private final Causes causes;
    private final Structures structures;
    private final Times times;

    Receipts(Causes causes, Structures structures, Times times) {
        this.causes = causes;
        this.structures = structures;
        this.times = times;
    }

    /** Fills {@code receipt}, of the operation's own type. */
    <R extends ForretningskvitteringType> R fill(R receipt, DebitorkontoAnmodningType request, Outcome outcome) {
        begin(receipt, request);
        switch (outcome) {
            case Outcome.Rejected rejected ->
                receipt.setAfvisningStruktur(structures.rejected(asked(request), rejected.refusals()));
            case Outcome.NotCarriedOut notCarriedOut ->
                receipt.setHandlingEjGennemfoertStruktur(
                        structures.notCarriedOut(asked(request), notCarriedOut.refusals()));
            case Outcome.AcceptedWithoutStatus accepted ->
                receipt.setAcceptUdenHandlingStatusStruktur(structures.accepted(accepted.remarks()));
            case Outcome.CarriedOut(Result result, List<Remark> remarks)
            when result != null ->
                receipt.setHandlingGennemfoertMedResultatInformationStruktur(structures.carriedOut(result, remarks));
            case Outcome.CarriedOut carriedOut ->
                receipt.setHandlingGennemfoertStruktur(structures.carriedOut(carriedOut.remarks()));
            case Outcome.Deferred deferred -> defer(receipt, deferred);
        }
        return receipt;
    }

    private static Structures.Asked asked(DebitorkontoAnmodningType request) {
        return new Structures.Asked(
                UUID.fromString(request.getDebitorkontoAnmodningHandlingType()),
                request instanceof AnmodMellemFordringerI);
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
        var reactions = receipt.getHovedOplysningerSvar().getSvarReaktion();
        // One that a debtor system outside told of its own first time, when the request was passed on to it twice.
        reactions.removeIf(each ->
                each.getAdvis() != null && "ADV-01".equals(each.getAdvis().getAdvisId()));
        reactions.add(Head.notice("ADV-01", text));
        return receipt;
    }

    private void begin(ForretningskvitteringType receipt, DebitorkontoAnmodningType request) {
        receipt.setHovedOplysningerSvar(Head.answer(request.getHovedOplysninger()));
        receipt.setDebitorkontoAnmodningIdentifikation(request.getDebitorkontoAnmodningIdentifikation());
        receipt.setBehandlingDatoTid(times.now());
    }

    private void defer(ForretningskvitteringType receipt, Outcome.Deferred deferred) {
        var structure = new HandlingUdsatTilSenereBehandlingStrukturType();
        structure.setForventetBehandlingDato(times.date(deferred.expected()));
        structure.setDebitorkontoAnmodningSvarSenestDato(times.date(deferred.answerBy()));
        receipt.setHandlingUdsatTilSenereBehandlingStruktur(structure);
        for (var remark : structures.words(deferred.remarks()))
            receipt.getHovedOplysningerSvar()
                    .getSvarReaktion()
                    .add(Head.notice(remark.getLokalAarsagKode(), remark.getLokalAarsagTekst()));
    }
}
