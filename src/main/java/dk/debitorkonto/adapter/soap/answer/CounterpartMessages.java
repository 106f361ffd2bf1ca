package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.Soap;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AcceptUdenHandlingStatusStrukturType;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.handling.Sender;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a simulated case system reads and says. */
public final class CounterpartMessages {

    private final Pen pen;
    private final CounterpartFaults faults;

    CounterpartMessages(Pen pen, InstantSource machine) {
        this.pen = pen;
        faults = new CounterpartFaults(Contract.ANSWER, "The simulated case system", machine);
    }

    /**
     * An answer as it was received.
     *
     * @param request the identification that the case system gave its request
     * @param receiver the case system that it is for
     */
    public record Received(UUID answer, UUID request, Sender receiver, AfsendDebitorkontoAnmodningSvarI words) {}

    /** The answer; empty where it is none, or names no receiver. */
    public Optional<Received> read(byte[] message) {
        try {
            var words = pen.xml().readAnswer(message, AfsendDebitorkontoAnmodningSvarI.class);
            var route = words.getHovedOplysninger().getRute();
            if (route == null || route.getModtagerItSystemInstans() == null) return Optional.empty();
            return Optional.of(new Received(
                    UUID.fromString(words.getDebitorkontoAnmodningSvarIdentifikation()),
                    UUID.fromString(words.getDebitorkontoAnmodningIdentifikation()),
                    new Sender(route.getModtagerOrganisation(), UUID.fromString(route.getModtagerItSystemInstans())),
                    words));
        } catch (Xml.NotInContract e) {
            // The sender is told so by a fault.
            return Optional.empty();
        }
    }

    public Answer accepted(Received received) {
        var receipt = receipt(received);
        var accept = new AcceptUdenHandlingStatusStrukturType();
        accept.setAccepteretUdenBemaerkninger(true);
        receipt.setAcceptStruktur(accept);
        return answer(receipt);
    }

    /** As one does that never sent such a request. */
    public Answer rejected(Received received) {
        var receipt = receipt(received);
        receipt.setAfvisningStruktur(Causes.rejection(List.of(pen.causes()
                .cause(
                        "DKA-500",
                        "DebitorkontoAnmodningIdentifikation",
                        received.request().toString(),
                        "contract.DKA-500",
                        List.of()))));
        return answer(receipt);
    }

    private AfsendDebitorkontoAnmodningSvarO receipt(Received received) {
        var receipt = new AfsendDebitorkontoAnmodningSvarO();
        receipt.setHovedOplysningerSvar(Head.answer(received.words().getHovedOplysninger()));
        receipt.setDebitorkontoAnmodningSvarIdentifikation(received.answer().toString());
        receipt.setBehandlingDatoTid(pen.times().now());
        return receipt;
    }

    private Answer answer(AfsendDebitorkontoAnmodningSvarO receipt) {
        return new Answer(
                200,
                Soap.V11.mediaType() + ";charset=UTF-8",
                pen.xml().write(receipt).getBytes(StandardCharsets.UTF_8));
    }

    public CounterpartFaults faults() {
        return faults;
    }
}
