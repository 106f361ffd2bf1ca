package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.Soap;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerO;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoI;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.adapter.soap.contract.HandlingUdsatTilSenereBehandlingStrukturType;
import dk.debitorkonto.adapter.soap.request.Structures;
import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.outbox.Attempt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a simulated debtor system reads and says: receipts for requests that are passed on to it, and its answers. */
public final class DebtorSystemMessages {

    private static final Map<Class<?>, Supplier<ForretningskvitteringType>> RECEIPTS = Map.of(
            AnmodEnDebitorkontoI.class, AnmodEnDebitorkontoO::new,
            AnmodDebitorkontoMedFordringerI.class, AnmodDebitorkontoMedFordringerO::new,
            AnmodMellemDebitorkontiI.class, AnmodMellemDebitorkontiO::new,
            AnmodMellemFordringerI.class, AnmodMellemFordringerO::new);

    private final Pen pen;
    private final Structures structures;
    private final AnswerHeads heads;
    private final AnswerReceipts receipts;
    private final CounterpartFaults faults;

    /** @param machine the machine's clock */
    DebtorSystemMessages(Pen pen, Structures structures, AnswerHeads heads, InstantSource machine) {
        this.pen = pen;
        this.structures = structures;
        this.heads = heads;
        receipts = new AnswerReceipts(pen.xml());
        faults = new CounterpartFaults(Contract.REQUEST, "The simulated debtor system", machine);
    }

    /**
     * A request as it was passed on.
     *
     * @param sender the case system
     * @param identification that the case system gave it
     */
    public record Asked(Sender sender, UUID identification, String authority, DebitorkontoAnmodningType words) {}

    /**
     * An answer that is owed.
     *
     * @param id names it
     * @param from the debtor system
     * @param at when it is to be given
     * @param declines whether it says no
     */
    public record Owed(UUID id, Sender from, Instant at, boolean declines) {}

    /** The request; empty where it is none, or names no sender. */
    public Optional<Asked> read(byte[] message) {
        try {
            var words = pen.xml().readRequest(message);
            var route = words.getHovedOplysninger().getRute();
            if (route == null) return Optional.empty();
            return Optional.of(new Asked(
                    new Sender(route.getAfsenderOrganisation(), UUID.fromString(route.getAfsenderItSystemInstans())),
                    UUID.fromString(words.getDebitorkontoAnmodningIdentifikation()),
                    route.getModtagerOrganisation(),
                    words));
        } catch (Xml.NotInContract e) {
            // The sender is told so by a fault.
            return Optional.empty();
        }
    }

    /** The receipt of one that doesn't know the account. */
    public String rejected(Asked asked) {
        var receipt = receipt(asked);
        var account = asked.words().getDebitorkontoIdentifikation();
        receipt.setAfvisningStruktur(structures.rejected(
                of(asked), List.of(Refusal.of(Reason.ACCOUNT_UNKNOWN, Refusal.Element.ACCOUNT, account))));
        return written(receipt);
    }

    /** The receipt of one that will answer later. */
    public String putOff(Asked asked, Instant expected) {
        var receipt = receipt(asked);
        var deferred = new HandlingUdsatTilSenereBehandlingStrukturType();
        deferred.setForventetBehandlingDato(pen.times().date(LocalDate.ofInstant(expected, Head.DENMARK)));
        deferred.setDebitorkontoAnmodningSvarSenestDato(asked.words().getDebitorkontoAnmodningSvarSenestDato());
        receipt.setHandlingUdsatTilSenereBehandlingStruktur(deferred);
        return written(receipt);
    }

    private ForretningskvitteringType receipt(Asked asked) {
        var receipt =
                Objects.requireNonNull(RECEIPTS.get(asked.words().getClass())).get();
        receipt.setHovedOplysningerSvar(Head.answer(asked.words().getHovedOplysninger()));
        receipt.setDebitorkontoAnmodningIdentifikation(asked.identification().toString());
        receipt.setBehandlingDatoTid(pen.times().now());
        return receipt;
    }

    private String written(ForretningskvitteringType receipt) {
        return Xml.enveloped(pen.xml().write(receipt));
    }

    private static Structures.Asked of(Asked asked) {
        return new Structures.Asked(
                UUID.fromString(asked.words().getDebitorkontoAnmodningHandlingType()),
                asked.words() instanceof AnmodMellemFordringerI);
    }

    /** The answer as the whole message that is sent, each time the same. */
    public String answer(Asked asked, Owed owed) {
        var answer = new AfsendDebitorkontoAnmodningSvarI();
        var transaction = asked.words().getHovedOplysninger().getTransaktionsId();
        var to = new PeerAnswer.Addressee(asked.sender(), asked.authority(), transaction);
        answer.setHovedOplysninger(heads.head(owed.id(), owed.from(), to));
        answer.setBehandlingDatoTid(pen.times().at(owed.at()));
        answer.setDebitorkontoAnmodningIdentifikation(asked.identification().toString());
        answer.setDebitorkontoAnmodningSvarIdentifikation(owed.id().toString());
        answer.setDebitorkontoAnmodningSvarTekst("Fra det simulerede debitorsystem");
        if (owed.declines())
            answer.setHandlingEjGennemfoertStruktur(structures.notCarriedOut(
                    of(asked), List.of(Refusal.of(Reason.NOT_AUTHORISED, Refusal.Element.HANDLING_TYPE, null))));
        else answer.setHandlingGennemfoertStruktur(structures.carriedOut(List.of()));
        return pen.xml().write(answer);
    }

    /** Whether a reply says that the answer was taken. */
    public boolean isAccepted(int httpStatus, byte[] reply, UUID answer) {
        return receipts.read(httpStatus, reply, answer) == Attempt.Result.ACCEPTED;
    }

    /** A receipt as it goes over HTTP. */
    public static Answer sent(String receipt) {
        return new Answer(200, Soap.V11.mediaType() + ";charset=UTF-8", receipt.getBytes(StandardCharsets.UTF_8));
    }

    public CounterpartFaults faults() {
        return faults;
    }
}
