package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.outbox.Attempt;
import java.util.UUID;

/** Reads what a receiver says to an answer. */
final class AnswerReceipts {

    private final Xml xml;

    AnswerReceipts(Xml xml) {
        this.xml = xml;
    }

    /** Accepted or rejected by a receipt for this very answer that is in the schema; anything else is a failure. */
    Attempt.Result read(int httpStatus, byte[] reply, UUID answer) {
        if (httpStatus != 200) return Attempt.Result.FAILED;
        try {
            var receipt = xml.readAnswer(reply, AfsendDebitorkontoAnmodningSvarO.class);
            if (!answer.toString().equals(receipt.getDebitorkontoAnmodningSvarIdentifikation()))
                return Attempt.Result.FAILED;
            return receipt.getAcceptStruktur() != null ? Attempt.Result.ACCEPTED : Attempt.Result.REJECTED;
        } catch (Xml.NotInContract e) {
            // What came back is kept with the try.
            return Attempt.Result.FAILED;
        }
    }
}
