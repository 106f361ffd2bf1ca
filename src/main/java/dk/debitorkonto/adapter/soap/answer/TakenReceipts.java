package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Causes;
import dk.debitorkonto.adapter.soap.Content;
import dk.debitorkonto.adapter.soap.Head;
import dk.debitorkonto.adapter.soap.Pen;
import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AcceptUdenHandlingStatusStrukturType;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarI;
import dk.debitorkonto.adapter.soap.contract.AfsendDebitorkontoAnmodningSvarO;
import dk.debitorkonto.handling.AnswerReply;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what is said to debtor systems outside about their answers. */
final class TakenReceipts {

    private static final String REQUEST = "DebitorkontoAnmodningIdentifikation";
    private static final String ANSWER = "DebitorkontoAnmodningSvarIdentifikation";

    /** What means something else of an answer than of a request. */
    private static final Set<String> OF_ANSWERS = Set.of("CTX-01", "CTX-03");

    private final Pen pen;

    TakenReceipts(Pen pen) {
        this.pen = pen;
    }

    AfsendDebitorkontoAnmodningSvarO accepted(AfsendDebitorkontoAnmodningSvarI answer) {
        var receipt = receipt(answer);
        var accept = new AcceptUdenHandlingStatusStrukturType();
        accept.setAccepteretUdenBemaerkninger(true);
        receipt.setAcceptStruktur(accept);
        return receipt;
    }

    AfsendDebitorkontoAnmodningSvarO stored(String receipt) {
        try {
            return pen.xml()
                    .readAnswer(receipt.getBytes(StandardCharsets.UTF_8), AfsendDebitorkontoAnmodningSvarO.class);
        } catch (Xml.NotInContract e) {
            throw new IllegalStateException("a stored receipt can't be read", e);
        }
    }

    AfsendDebitorkontoAnmodningSvarO repeated(AnswerReply.TakenBefore before) {
        var receipt = stored(before.receipt());
        var first = before.firstReceived().truncatedTo(ChronoUnit.SECONDS).toString();
        receipt.getHovedOplysningerSvar()
                .getSvarReaktion()
                .add(Head.notice("ADV-01", pen.causes().sentence("contract.ADV-01", first)));
        return receipt;
    }

    /** @param content what the answer says now */
    AfsendDebitorkontoAnmodningSvarO rejected(
            AfsendDebitorkontoAnmodningSvarI answer, AnswerReply.Refused refused, String content) {
        var receipt = receipt(answer);
        var before = refused.before();
        var element = switch (refused.why()) {
            case REQUEST_UNKNOWN, NOT_DEFERRED -> REQUEST;
            case WRONG_SENDER -> "AfsenderItSystemInstans";
            case ANSWERED_OTHERWISE -> before == null ? ANSWER : Content.firstDifference(before, content);
        };
        var code = refused.why().code();
        receipt.setAfvisningStruktur(Causes.rejection(List.of(
                pen.causes().cause(code, element, value(answer, element), "contract." + code, List.of(element)))));
        return receipt;
    }

    private static @Nullable String value(AfsendDebitorkontoAnmodningSvarI answer, String element) {
        return switch (element) {
            case REQUEST -> answer.getDebitorkontoAnmodningIdentifikation();
            case ANSWER -> answer.getDebitorkontoAnmodningSvarIdentifikation();
            case "AfsenderItSystemInstans" ->
                answer.getHovedOplysninger().getRute().getAfsenderItSystemInstans();
            default -> null;
        };
    }

    /** Nothing but the head is answered. */
    AfsendDebitorkontoAnmodningSvarO headRefused(AfsendDebitorkontoAnmodningSvarI answer, String code, String detail) {
        var error = new AfsendDebitorkontoAnmodningSvarO();
        var text = pen.causes().sentence((OF_ANSWERS.contains(code) ? "answer." : "head.") + code, detail);
        error.setHovedOplysningerSvar(Head.error(answer.getHovedOplysninger(), code, text));
        return error;
    }

    private AfsendDebitorkontoAnmodningSvarO receipt(AfsendDebitorkontoAnmodningSvarI answer) {
        var receipt = new AfsendDebitorkontoAnmodningSvarO();
        receipt.setHovedOplysningerSvar(Head.answer(answer.getHovedOplysninger()));
        receipt.setDebitorkontoAnmodningSvarIdentifikation(answer.getDebitorkontoAnmodningSvarIdentifikation());
        receipt.setBehandlingDatoTid(pen.times().now());
        return receipt;
    }
}
