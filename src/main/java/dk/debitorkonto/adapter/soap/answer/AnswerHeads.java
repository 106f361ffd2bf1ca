package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Times;
import dk.debitorkonto.adapter.soap.contract.kontekst.AuthorityContextType;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerType;
import dk.debitorkonto.adapter.soap.contract.kontekst.RuteType;
import dk.debitorkonto.handling.HandlingDesk;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Sender;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/** Writes the head of an answer to a case system, whoever carried out what it asked for. */
public final class AnswerHeads {

    private final Times times;
    private final HandlingDesk.Instance instance;
    private final InstantSource machine;

    /** @param machine the machine's clock, by which receivers judge when a message was written */
    public AnswerHeads(Times times, HandlingDesk.Instance instance, InstantSource machine) {
        this.times = times;
        this.instance = instance;
        this.machine = machine;
    }

    HovedOplysningerType head(UUID answer, PeerAnswer.Addressee to) {
        return head(answer, new Sender(to.authority(), instance.id()), to);
    }

    /** The head of an answer from {@code sender}, whoever that is. */
    HovedOplysningerType head(UUID answer, Sender sender, PeerAnswer.Addressee to) {
        var head = new HovedOplysningerType();
        head.setTransaktionsId(to.transactionId());
        head.setTransaktionsTid(times.at(machine.instant()));
        // A name of its own, which the same answer always gets.
        var call = UUID.nameUUIDFromBytes(("answer:" + answer).getBytes(StandardCharsets.UTF_8));
        head.setRequestId(call.toString());
        var municipality = new AuthorityContextType();
        municipality.setMunicipalityCVR(to.authority());
        head.setAuthorityContext(municipality);
        var route = new RuteType();
        route.setAfsenderOrganisation(sender.cvr());
        route.setAfsenderItSystemInstans(sender.instance().toString());
        route.setModtagerOrganisation(to.sender().cvr());
        route.setModtagerItSystemInstans(to.sender().instance().toString());
        head.setRute(route);
        return head;
    }
}
