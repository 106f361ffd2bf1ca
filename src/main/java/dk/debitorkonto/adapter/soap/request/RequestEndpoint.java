package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.BrokenContract.Blame;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Content;
import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.SoapSettings;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerO;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoI;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerO;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningAfsendServicePortType;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.adapter.soap.contract.PingI;
import dk.debitorkonto.adapter.soap.contract.PingO;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Reply;
import dk.debitorkonto.handling.Submission;
import jakarta.jws.WebService;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where case systems ask: maps, submits to the desk, maps. */
@WebService(
        endpointInterface = "dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningAfsendServicePortType",
        targetNamespace = "http://www.kombit.dk/2017/01/01/",
        serviceName = "DebitorkontoAnmodningAfsendService",
        portName = "DebitorkontoAnmodningAfsendServicePortType")
public final class RequestEndpoint implements DebitorkontoAnmodningAfsendServicePortType {

    private final Function<Submission, Reply> desk;
    private final SoapSettings settings;
    private final Xml xml;
    private final Counterpart counterpart;
    private final RequestReader reader;
    private final Receipts receipts;
    private final Instructions.Reader instructions = new Instructions.Reader();

    public RequestEndpoint(
            Function<Submission, Reply> desk,
            Catalogue catalogue,
            Structures structures,
            Pen pen,
            Counterpart counterpart) {
        this.desk = desk;
        this.counterpart = counterpart;
        settings = pen.times().settings();
        xml = pen.xml();
        reader = new RequestReader(catalogue);
        receipts = new Receipts(pen.causes(), structures, pen.times());
    }

    @Override
    public AnmodEnDebitorkontoO anmodEnDebitorkonto(AnmodEnDebitorkontoI request) {
        return answered(request, AnmodEnDebitorkontoO::new, AnmodEnDebitorkontoO.class);
    }

    @Override
    public AnmodDebitorkontoMedFordringerO anmodDebitorkontoMedFordringer(AnmodDebitorkontoMedFordringerI request) {
        return answered(request, AnmodDebitorkontoMedFordringerO::new, AnmodDebitorkontoMedFordringerO.class);
    }

    @Override
    public AnmodMellemDebitorkontiO anmodMellemDebitorkonti(AnmodMellemDebitorkontiI request) {
        return answered(request, AnmodMellemDebitorkontiO::new, AnmodMellemDebitorkontiO.class);
    }

    @Override
    public AnmodMellemFordringerO anmodMellemFordringer(AnmodMellemFordringerI request) {
        return answered(request, AnmodMellemFordringerO::new, AnmodMellemFordringerO.class);
    }

    @Override
    public PingO ping(PingI request) {
        var answer = new PingO();
        answer.setHovedOplysningerSvar(Head.answer(request.getHovedOplysninger()));
        return answer;
    }

    private <R extends ForretningskvitteringType> R answered(
            DebitorkontoAnmodningType request, Supplier<R> empty, Class<R> type) {
        var call = Call.current();
        note(call, request);
        try {
            var head = Head.of(request.getHovedOplysninger(), call.received(), settings.clockSkew());
            head.isFor(head.receiver());
            var kept = new Kept<>(type, outcome -> receipts.fill(empty.get(), request, outcome), xml);
            var submission = submission(call, head, request, kept);
            return words(submission, desk.apply(submission), request, empty.get(), kept);
        } catch (Head.Refused refused) {
            call.isRefused(null, refused.code());
            return receipts.refused(empty.get(), request, refused.code(), "");
        }
    }

    private static void note(Call call, DebitorkontoAnmodningType request) {
        call.isFrom(
                Head.instanceOfSender(request.getHovedOplysninger()),
                UUID.fromString(request.getDebitorkontoAnmodningIdentifikation()));
    }

    private Submission submission(
            Call call, Head head, DebitorkontoAnmodningType request, Function<Outcome, String> receipt) {
        var asked = instructions.read(request.getHovedOplysninger().getProcessing());
        return new Submission(
                head.sender(),
                head.receiver(),
                head.words().getTransaktionsId(),
                head.requestId(),
                head.receiverInstance(),
                unavailable(asked, head, request),
                reader.read(request),
                Content.with(call.message().content(), asked.fingerprint()),
                asked.dryRun(),
                asked.fingerprint(),
                receipt);
    }

    /** What can't be followed; of what is told to a counterpart, it is told, before it can be asked. */
    private @Nullable String unavailable(Instructions asked, Head head, DebitorkontoAnmodningType request) {
        var behaviour = asked.counterpart();
        if (behaviour == null) return asked.unavailable();
        var sender = head.sender();
        if (!counterpart.standsFor(sender, head.receiver())) return Instructions.COUNTERPART;
        var identification = UUID.fromString(request.getDebitorkontoAnmodningIdentifikation());
        if (!asked.dryRun()) counterpart.behaves(sender, head.receiver(), identification, behaviour);
        return null;
    }

    private <R extends ForretningskvitteringType> R words(
            Submission submission, Reply reply, DebitorkontoAnmodningType request, R empty, Kept<R> kept) {
        return switch (reply) {
            case Reply.Decided decided -> kept.receipt(decided.receipt());
            case Reply.PassedOn passedOn -> kept.stored(passedOn.receipt());
            case Reply.DecidedBefore before -> receipts.repeated(kept.stored(before.receipt()), before.firstReceived());
            case Reply.OtherContent other ->
                receipts.ofOtherContent(empty, request, Content.firstDifference(other.before(), submission.content()));
            case Reply.HeaderRefused refused -> headRefused(request, empty, refused.code(), refused.detail());
            case Reply.OnlyHere _ ->
                headRefused(
                        request,
                        empty,
                        "CTX-05",
                        submission.dryRun() ? Instructions.DRY_RUN : Instructions.FINGERPRINT);
            case Reply.PassOn on -> throw new IllegalStateException("not passed on to " + on.peer());
            case Reply.NoAgreement _ ->
                throw BrokenContract.of(
                        "ServiceAgreementNotFound",
                        Blame.CALLER,
                        "There is no service agreement for the sender and the municipality.");
            case Reply.NoRoute _ ->
                throw BrokenContract.of(
                        "RouteNotFound", Blame.CALLER, "There is no route to the receiver for the municipality.");
        };
    }

    private <R extends ForretningskvitteringType> R headRefused(
            DebitorkontoAnmodningType request, R empty, String code, String detail) {
        Call.current().isRefused(null, code);
        return receipts.refused(empty, request, code, detail);
    }

    /** Writes a receipt for the desk, and keeps it, so that what was just written needn't be read again. */
    private static final class Kept<R extends ForretningskvitteringType> implements Function<Outcome, String> {
        private final Class<R> type;
        private final Function<Outcome, R> filled;
        private final Xml xml;
        private @Nullable R receipt;
        private @Nullable String text;

        Kept(Class<R> type, Function<Outcome, R> filled, Xml xml) {
            this.type = type;
            this.filled = filled;
            this.xml = xml;
        }

        @Override
        public String apply(Outcome outcome) {
            receipt = filled.apply(outcome);
            var written = xml.write(receipt);
            text = written;
            return written;
        }

        R receipt(String sent) {
            if (receipt == null || !sent.equals(text)) return stored(sent);
            Call.current().isAnsweredWith(sent);
            return receipt;
        }

        R stored(String sent) {
            return xml.read(sent, type);
        }
    }
}
