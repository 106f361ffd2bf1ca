package dk.debitorkonto.adapter.soap.route;

import dk.debitorkonto.adapter.soap.Xml;
import dk.debitorkonto.adapter.soap.contract.AfvisningStrukturType;
import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerO;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiO;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerO;
import dk.debitorkonto.adapter.soap.contract.ForretningskvitteringType;
import dk.debitorkonto.handling.PeerReceipt;
import dk.debitorkonto.handling.PeerReceipt.How;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Reads what a debtor system outside says to a request. */
final class PeerReceipts {

    private static final Map<String, Class<? extends ForretningskvitteringType>> TYPES = Map.of(
            "AnmodEnDebitorkonto", AnmodEnDebitorkontoO.class,
            "AnmodDebitorkontoMedFordringer", AnmodDebitorkontoMedFordringerO.class,
            "AnmodMellemDebitorkonti", AnmodMellemDebitorkontiO.class,
            "AnmodMellemFordringer", AnmodMellemFordringerO.class);

    private final Xml xml;

    PeerReceipts(Xml xml) {
        this.xml = xml;
    }

    /**
     * A receipt that may be handed back.
     *
     * @param isOfOtherContent it says that the identification is in use for another request (DKA-110), and nothing of that one
     */
    record Read(PeerReceipt receipt, boolean isOfOtherContent) {}

    /** Empty where it is no receipt of this operation for this very request, in the schema, with one of the six outcomes. */
    Optional<Read> read(byte[] reply, String operation, UUID identification) {
        var type = TYPES.get(operation);
        if (type == null) throw new IllegalArgumentException("no request: " + operation);
        try {
            var receipt = xml.readReceipt(reply, type);
            var how = how(receipt);
            return how == null || !identification.toString().equals(receipt.getDebitorkontoAnmodningIdentifikation())
                    ? Optional.empty()
                    : Optional.of(new Read(receipt(receipt, how), isOfOtherContent(receipt.getAfvisningStruktur())));
        } catch (Xml.NotInContract e) {
            // What it says instead may name persons; that it is no receipt is told.
            return Optional.empty();
        }
    }

    private static @Nullable How how(ForretningskvitteringType receipt) {
        if (receipt.getAfvisningStruktur() != null) return How.REJECTED;
        if (receipt.getAcceptUdenHandlingStatusStruktur() != null) return How.ACCEPTED_WITHOUT_STATUS;
        if (receipt.getHandlingGennemfoertStruktur() != null) return How.CARRIED_OUT;
        if (receipt.getHandlingGennemfoertMedResultatInformationStruktur() != null) return How.CARRIED_OUT;
        if (receipt.getHandlingUdsatTilSenereBehandlingStruktur() != null) return How.DEFERRED;
        return receipt.getHandlingEjGennemfoertStruktur() == null ? null : How.NOT_CARRIED_OUT;
    }

    private PeerReceipt receipt(ForretningskvitteringType receipt, How how) {
        var deferred = receipt.getHandlingUdsatTilSenereBehandlingStruktur();
        return new PeerReceipt(
                how,
                deferred == null ? null : date(deferred.getForventetBehandlingDato()),
                deferred == null ? null : date(deferred.getDebitorkontoAnmodningSvarSenestDato()),
                xml.write(receipt));
    }

    private static boolean isOfOtherContent(@Nullable AfvisningStrukturType rejection) {
        return rejection != null
                && rejection.getFejlListe().getResultatAarsagStruktur().stream()
                        .anyMatch(cause -> "DKA-110".equals(cause.getLokalAarsagKode()));
    }

    private static @Nullable LocalDate date(@Nullable XMLGregorianCalendar date) {
        return date == null ? null : LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
