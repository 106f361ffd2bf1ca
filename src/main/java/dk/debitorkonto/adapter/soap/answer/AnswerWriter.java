package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.request.Structures;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.LateAnswer;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Remark;
import dk.debitorkonto.handling.Result;
import dk.debitorkonto.handling.Variant;
import java.time.InstantSource;
import java.util.List;

/** Writes a late answer as the whole message that is sent, at each try the same. */
final class AnswerWriter implements LateAnswer.Writer {

    private final Structures structures;
    private final Pen pen;
    private final AnswerHeads heads;

    /** @param machine the machine's clock, by which receivers judge when a message was written */
    AnswerWriter(Structures structures, Pen pen, HandlingDesk.Instance instance, InstantSource machine) {
        this.structures = structures;
        this.pen = pen;
        heads = new AnswerHeads(pen.times(), instance, machine);
    }

    @Override
    public String write(LateAnswer answer) {
        var words = new AfsendDebitorkontoAnmodningSvarI();
        var to = new PeerAnswer.Addressee(answer.sender(), answer.authority(), answer.transactionId());
        words.setHovedOplysninger(heads.head(answer.id(), to));
        words.setBehandlingDatoTid(pen.times().at(answer.decidedAt()));
        words.setDebitorkontoAnmodningIdentifikation(
                answer.request().identification().toString());
        words.setDebitorkontoAnmodningSvarIdentifikation(answer.id().toString());
        tell(words, answer);
        return pen.xml().write(words);
    }

    private void tell(AfsendDebitorkontoAnmodningSvarI words, LateAnswer answer) {
        switch (answer.outcome()) {
            case Outcome.CarriedOut(Result result, List<Remark> remarks)
            when result != null ->
                words.setHandlingGennemfoertMedResultatInformationStruktur(structures.carriedOut(result, remarks));
            case Outcome.CarriedOut carriedOut ->
                words.setHandlingGennemfoertStruktur(structures.carriedOut(carriedOut.remarks()));
            case Outcome.NotCarriedOut notCarriedOut -> refuse(words, answer, notCarriedOut.refusals());
            // An answer has one word for no, whatever a receipt would have said.
            case Outcome.Rejected rejected -> refuse(words, answer, rejected.refusals());
            case Outcome.AcceptedWithoutStatus _, Outcome.Deferred _ ->
                throw new IllegalArgumentException(
                        "no answer: " + answer.outcome().name());
        }
    }

    private void refuse(AfsendDebitorkontoAnmodningSvarI words, LateAnswer answer, List<Refusal> refusals) {
        var request = answer.request();
        var asked = new Structures.Asked(request.handlingType(), request.variant() == Variant.BETWEEN_CLAIMS);
        words.setHandlingEjGennemfoertStruktur(structures.notCarriedOut(asked, refusals));
    }
}
