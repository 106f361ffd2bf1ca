package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.BrokenContract.Blame;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningSvarAfsendServicePortType;
import dk.debitorkonto.adapter.soap.contract.PingI;
import dk.debitorkonto.adapter.soap.contract.PingO;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerType;
import dk.debitorkonto.handling.AnswerReply;
import dk.debitorkonto.handling.PeerAnswer;
import jakarta.jws.WebService;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where debtor systems outside answer what was passed on to them: maps, hands to the desk, maps. */
@WebService(
        endpointInterface = "dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningSvarAfsendServicePortType",
        targetNamespace = "http://www.kombit.dk/2017/01/01/",
        serviceName = "DebitorkontoAnmodningSvarAfsendService",
        portName = "DebitorkontoAnmodningSvarAfsendServicePortType")
public final class AnswerEndpoint implements DebitorkontoAnmodningSvarAfsendServicePortType {

    private final Function<PeerAnswer, AnswerReply> desk;
    private final AnswerHeads heads;
    private final Pen pen;
    private final TakenReceipts receipts;

    public AnswerEndpoint(Function<PeerAnswer, AnswerReply> desk, AnswerHeads heads, Pen pen) {
        this.desk = desk;
        this.heads = heads;
        this.pen = pen;
        receipts = new TakenReceipts(pen);
    }

    @Override
    public PingO ping(PingI request) {
        var answer = new PingO();
        answer.setHovedOplysningerSvar(Head.answer(request.getHovedOplysninger()));
        return answer;
    }

    @Override
    public AfsendDebitorkontoAnmodningSvarO afsendDebitorkontoAnmodningSvar(AfsendDebitorkontoAnmodningSvarI answer) {
        var call = Call.current();
        var words = answer.getHovedOplysninger();
        call.isFrom(Head.instanceOfSender(words), UUID.fromString(answer.getDebitorkontoAnmodningIdentifikation()));
        try {
            var head = Head.of(words, call.received(), pen.times().settings().clockSkew());
            return words(answer, desk.apply(taken(call, head, answer)));
        } catch (Head.Refused refused) {
            return headRefused(answer, refused.code(), "");
        }
    }

    private PeerAnswer taken(Call call, Head head, AfsendDebitorkontoAnmodningSvarI answer) {
        var id = UUID.fromString(answer.getDebitorkontoAnmodningSvarIdentifikation());
        return new PeerAnswer(
                id,
                new PeerAnswer.Head(
                        head.sender(),
                        head.receiver(),
                        head.receiverInstance(),
                        head.authority(),
                        head.requestId(),
                        instruction(head.words())),
                UUID.fromString(answer.getDebitorkontoAnmodningIdentifikation()),
                answer.getHandlingEjGennemfoertStruktur() == null,
                call.message().content(),
                to -> message(answer, id, to),
                () -> pen.xml().write(receipts.accepted(answer)));
    }

    /** The debtor system's own words, under a head of ours. */
    private String message(AfsendDebitorkontoAnmodningSvarI answer, UUID id, PeerAnswer.Addressee to) {
        var message = new AfsendDebitorkontoAnmodningSvarI();
        message.setHovedOplysninger(heads.head(id, to));
        message.setBehandlingDatoTid(answer.getBehandlingDatoTid());
        message.setDebitorkontoAnmodningIdentifikation(answer.getDebitorkontoAnmodningIdentifikation());
        message.setDebitorkontoAnmodningSvarIdentifikation(answer.getDebitorkontoAnmodningSvarIdentifikation());
        message.setKontaktoplysning(answer.getKontaktoplysning());
        message.setSagsbehandler(answer.getSagsbehandler());
        message.setDebitorkontoAnmodningSvarTekst(answer.getDebitorkontoAnmodningSvarTekst());
        message.setHandlingGennemfoertStruktur(answer.getHandlingGennemfoertStruktur());
        message.setHandlingGennemfoertMedResultatInformationStruktur(
                answer.getHandlingGennemfoertMedResultatInformationStruktur());
        message.setHandlingEjGennemfoertStruktur(answer.getHandlingEjGennemfoertStruktur());
        return pen.xml().write(message);
    }

    /** The first instruction of ours: an answer can't be tried, nor told how to behave. */
    private static @Nullable String instruction(HovedOplysningerType words) {
        for (var each : words.getProcessing()) {
            var element = each.getAny();
            if (element != null && Contract.PROCESSING_NAMESPACE.equals(element.getNamespaceURI()))
                return element.getLocalName();
        }
        return null;
    }

    private AfsendDebitorkontoAnmodningSvarO words(AfsendDebitorkontoAnmodningSvarI answer, AnswerReply reply) {
        return switch (reply) {
            case AnswerReply.Taken taken -> receipts.stored(taken.receipt());
            case AnswerReply.TakenBefore before -> receipts.repeated(before);
            case AnswerReply.Refused refused ->
                receipts.rejected(answer, refused, Call.current().message().content());
            case AnswerReply.HeaderRefused refused -> headRefused(answer, refused.code(), refused.detail());
            case AnswerReply.NoAgreement _ ->
                throw BrokenContract.of(
                        "ServiceAgreementNotFound",
                        Blame.CALLER,
                        "The sender is not registered as a debtor system with that CVR and instance.");
        };
    }

    private AfsendDebitorkontoAnmodningSvarO headRefused(
            AfsendDebitorkontoAnmodningSvarI answer, String code, String detail) {
        Call.current().isRefused(null, code);
        return receipts.headRefused(answer, code, detail);
    }
}
