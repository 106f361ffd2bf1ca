package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.adapter.soap.contract.kontekst.AdvisType;
import dk.debitorkonto.adapter.soap.contract.kontekst.FejlType;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerSvarType;
import dk.debitorkonto.adapter.soap.contract.kontekst.HovedOplysningerType;
import dk.debitorkonto.adapter.soap.contract.kontekst.RuteType;
import dk.debitorkonto.adapter.soap.contract.kontekst.SvarReaktionType;
import dk.debitorkonto.handling.Sender;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Who sends to whom, as the message's head says.
 *
 * @param receiver organisation and it-system instance that are to get it; the instance may be absent
 * @param authority the municipality in AuthorityContext
 */
public record Head(
        HovedOplysningerType words,
        Sender sender,
        String receiver,
        @Nullable UUID receiverInstance,
        @Nullable String authority) {

    /** That a head can't be followed: it is answered with a Fejl. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;

        public Refused(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Where Danish local time, without a zone, is meant. */
    public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final int LAST_YEAR = 9999;

    /**
     * Reads a head in the order of precedence.
     *
     * @param now by the machine's clock
     * @throws Refused CTX-04, CTX-02
     */
    public static Head of(HovedOplysningerType words, Instant now, Duration skew) {
        if (isAfter(words.getTransaktionsTid(), now.plus(skew))) throw new Refused("CTX-04");
        var route = words.getRute();
        if (route == null) throw new Refused("CTX-02");
        var context = words.getAuthorityContext();
        return new Head(
                words,
                new Sender(route.getAfsenderOrganisation(), UUID.fromString(route.getAfsenderItSystemInstans())),
                route.getModtagerOrganisation(),
                instance(route),
                context == null ? null : context.getMunicipalityCVR());
    }

    /**
     * Asks that the head is for {@code municipality}.
     *
     * @throws Refused CTX-03 where AuthorityContext names another municipality
     */
    public void isFor(String municipality) {
        if (authority != null && !authority.equals(municipality)) throw new Refused("CTX-03");
    }

    /** The it-system that a head names as its sender, where it names one. */
    public static @Nullable UUID instanceOfSender(HovedOplysningerType words) {
        return words.getRute() == null ? null : UUID.fromString(words.getRute().getAfsenderItSystemInstans());
    }

    public @Nullable UUID requestId() {
        return words.getRequestId() == null ? null : UUID.fromString(words.getRequestId());
    }

    /** The head of the answer. */
    public static HovedOplysningerSvarType answer(HovedOplysningerType words) {
        var answer = new HovedOplysningerSvarType();
        answer.setTransaktionsId(words.getTransaktionsId());
        answer.setTransaktionsTid(words.getTransaktionsTid());
        answer.setRequestId(words.getRequestId());
        return answer;
    }

    public static HovedOplysningerSvarType error(HovedOplysningerType words, String code, String text) {
        var error = new FejlType();
        error.setFejlId(code);
        error.setFejlTekst(text);
        var reaction = new SvarReaktionType();
        reaction.setFejl(error);
        var answer = answer(words);
        answer.getSvarReaktion().add(reaction);
        return answer;
    }

    public static SvarReaktionType notice(String code, String text) {
        var notice = new AdvisType();
        notice.setAdvisId(code);
        notice.setAdvisTekst(text);
        var reaction = new SvarReaktionType();
        reaction.setAdvis(notice);
        return reaction;
    }

    private static @Nullable UUID instance(RuteType route) {
        var instance = route.getModtagerItSystemInstans();
        return instance == null ? null : UUID.fromString(instance);
    }

    private static boolean isAfter(XMLGregorianCalendar time, Instant limit) {
        if (time.getEon() != null || time.getYear() > LAST_YEAR) return time.getYear() > 0;
        if (time.getTimezone() != DatatypeConstants.FIELD_UNDEFINED)
            return time.toGregorianCalendar().toInstant().isAfter(limit);
        var local = time.toGregorianCalendar(java.util.TimeZone.getTimeZone(DENMARK), null, null);
        return local.toInstant().isAfter(limit);
    }
}
