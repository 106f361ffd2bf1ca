package dk.debitorkonto.faults;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, as each party saw it.
 *
 * @param journal what the client asked and was told
 * @param rows what the database says became of each request
 * @param delivered each answer that the receiver took, repeats included, in the order of arrival
 */
record Evidence(List<Asked> journal, List<Row> rows, List<Delivered> delivered, Books books) {

    /** What a request has to be told at once. */
    enum Kind {
        NOW("HandlingGennemførtMedResultatInformationStruktur"),
        REFUSED("HandlingEjGennemførtStruktur"),
        LATER("HandlingUdsatTilSenereBehandlingStruktur");

        final String receipt;

        Kind(String receipt) {
            this.receipt = receipt;
        }
    }

    /**
     * A request.
     *
     * @param claim what it is about; of those put off for one claim, one is carried out
     * @param amount øre by which it lowers the rest, where it is carried out; negative where it raises it. As much is booked
     * @param persons as many have to have seen what is carried out
     * @param receipts each that the client got, as it asked again
     */
    record Asked(UUID request, Kind kind, UUID claim, long amount, int persons, List<Receipt> receipts) {}

    record Receipt(String structure, String decidedAt) {}

    /**
     * A request in the database.
     *
     * @param answer how far its answer has come
     * @param message the answer's id
     * @param messages how many answers it has
     * @param entries how many it has in the journal
     * @param posted øre, the sum of its postings
     * @param seenBy persons who authorised the very plan that was carried out
     */
    record Row(
            UUID request,
            String outcome,
            String answer,
            @Nullable UUID message,
            int messages,
            int entries,
            long posted,
            int seenBy,
            Moments moments) {}

    /** When the receipt was written, the request received, and the answer first sent. */
    record Moments(
            @Nullable Instant told,
            @Nullable Instant received,
            @Nullable Instant firstTry) {}

    record Delivered(UUID answer, UUID request, String structure, String body) {}

    /**
     * The books as a whole.
     *
     * @param restBefore øre, of all claims
     * @param locks transactions that hold on to something though nothing is under way
     */
    record Books(long restBefore, long restAfter, boolean proofHolds, long unsealed, long locks, List<String> alarms) {}
}
