package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Times;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningSvarAfsendServicePortType;
import dk.debitorkonto.adapter.soap.contract.PingI;
import dk.debitorkonto.adapter.soap.contract.PingO;
import jakarta.jws.WebService;
import java.util.List;
import java.util.UUID;

/**
 * Where debtor systems outside answer what was passed on to them.
 *
 * <p>As long as nothing is passed on, no known request can be answered from outside.
 */
@WebService(
        endpointInterface = "dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningSvarAfsendServicePortType",
        targetNamespace = "http://www.kombit.dk/2017/01/01/",
        serviceName = "DebitorkontoAnmodningSvarAfsendService",
        portName = "DebitorkontoAnmodningSvarAfsendServicePortType")
public final class AnswerEndpoint implements DebitorkontoAnmodningSvarAfsendServicePortType {

    private final AnsweredRequests requests;
    private final Causes causes;
    private final Times times;

    public AnswerEndpoint(AnsweredRequests requests, Causes causes, Times times) {
        this.requests = requests;
        this.causes = causes;
        this.times = times;
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
        var identification = UUID.fromString(answer.getDebitorkontoAnmodningIdentifikation());
        call.isFrom(Head.instanceOfSender(words), identification);
        try {
            var head = Head.of(words, call.received(), times.settings().clockSkew());
            var authority = requests.authorityOf(head.receiver(), head.receiverInstance(), identification);
            authority.ifPresent(head::isFor);
            return rejected(answer, authority.isPresent() ? "DKA-503" : "DKA-500");
        } catch (Head.Refused refused) {
            call.isRefused(null, refused.code());
            var error = new AfsendDebitorkontoAnmodningSvarO();
            error.setHovedOplysningerSvar(Head.error(words, refused.code(), causes.sentence("head." + refused.code())));
            return error;
        }
    }

    private AfsendDebitorkontoAnmodningSvarO rejected(AfsendDebitorkontoAnmodningSvarI answer, String code) {
        var rejected = new AfsendDebitorkontoAnmodningSvarO();
        rejected.setHovedOplysningerSvar(Head.answer(answer.getHovedOplysninger()));
        rejected.setDebitorkontoAnmodningSvarIdentifikation(answer.getDebitorkontoAnmodningSvarIdentifikation());
        rejected.setBehandlingDatoTid(times.now());
        var isUnknown = code.equals("DKA-500");
        rejected.setAfvisningStruktur(Causes.rejection(List.of(causes.cause(
                code,
                isUnknown ? "DebitorkontoAnmodningIdentifikation" : "AfsenderItSystemInstans",
                isUnknown
                        ? answer.getDebitorkontoAnmodningIdentifikation()
                        : answer.getHovedOplysninger().getRute().getAfsenderItSystemInstans(),
                "contract." + code,
                List.of()))));
        return rejected;
    }
}
