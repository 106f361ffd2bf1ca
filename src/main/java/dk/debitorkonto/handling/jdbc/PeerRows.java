package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.PeerAnswer;
import dk.debitorkonto.handling.PeerReceipt;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.handling.Submission;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests that were passed on to debtor systems outside, and what these answered. */
@Component
public class PeerRows {

    private static final String PASSED_ON = """
        insert into request (id, authority, sender_cvr, case_system, identification, request_id, transaction_id,
                             received_at, handling_type, variant, account, target_account, content, wish, persons,
                             passed_to, outcome, receipt, waiting_for, expected, promised, answer_by, decided_at, answer)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, 'NONE')
        on conflict do nothing
        """;
    private static final String OF_KEY = """
        select id, case_system, passed_to
          from request
         where identification = ?
           and sender_cvr = ?
         order by id
        """;
    private static final String LOCK = """
        select id, authority, sender_cvr, case_system, transaction_id, outcome, waiting_for, passed_to,
               coalesce(decided_at, received_at) as promised_at
          from request
         where id = ?
           for update
        """;
    private static final String BEFORE = """
        select id, request, content, receipt, received_at
          from peer_answer
         where id = ? or request = ?
        """;
    private static final String TAKE = """
        insert into peer_answer (id, request, debtor_system, request_id, received_at, content, receipt)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """;
    private static final String END = """
        update request
           set outcome = ?, waiting_for = null, note = null, decided_at = ?, answer = 'PENDING'
         where id = ? and outcome = 'DEFERRED' and waiting_for = 'PEER'
        """;

    /** A request with what was said to it outside. */
    public record PassedOn(
            UUID id,
            Submission submission,
            @Nullable UUID requestId,
            String handlingType,
            UUID debtorSystem,
            Instant receivedAt,
            Instant decidedAt,
            PeerReceipt receipt) {

        /** The same, where its RequestId belongs to another. */
        public PassedOn withoutRequestId() {
            return new PassedOn(id, submission, null, handlingType, debtorSystem, receivedAt, decidedAt, receipt);
        }
    }

    /** A request under its lock, as somebody outside answers it. */
    public record Asked(
            UUID id,
            PeerAnswer.Addressee addressee,
            @Nullable UUID passedTo,
            boolean waits,
            Instant promisedAt) {}

    /** An answer that was accepted. */
    public record Before(UUID id, UUID request, String content, String receipt, Instant receivedAt) {}

    private record Key(UUID row, UUID caseSystem, @Nullable UUID passedTo) {}

    private final JdbcTemplate jdbc;

    PeerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the request under its key; false where that, or its RequestId, is taken. Waits for one who is about to take it. */
    public boolean insert(PassedOn row) {
        var submission = row.submission();
        var request = submission.request();
        var said = row.receipt();
        return jdbc.update(
                        PASSED_ON,
                        row.id(),
                        submission.authority(),
                        submission.sender().cvr(),
                        submission.sender().instance(),
                        request.identification(),
                        row.requestId(),
                        submission.transactionId(),
                        Rows.sql(row.receivedAt()),
                        row.handlingType(),
                        request.variant().letter(),
                        request.account(),
                        request.targetAccount(),
                        submission.content(),
                        RequestText.write(request),
                        row.debtorSystem(),
                        said.how().name(),
                        said.text(),
                        said.promises() ? "PEER" : null,
                        said.expected(),
                        said.expected(),
                        said.promises() && said.answerBy() == null ? request.answerBy() : said.answerBy(),
                        Rows.sql(row.decidedAt()))
                == 1;
    }

    /** Locks the request that an answer is to; of several with its identification, the one that was passed on to the answer's sender. */
    public Optional<Asked> lock(PeerAnswer answer) {
        var head = answer.head();
        return jdbc
                .query(
                        OF_KEY,
                        (row, n) -> new Key(
                                Rows.uuid(row, "id"), Rows.uuid(row, "case_system"), Rows.uuidOrNull(row, "passed_to")),
                        answer.request(),
                        head.toCvr())
                .stream()
                .filter(key -> head.to() == null || head.to().equals(key.caseSystem()))
                .min(Comparator.comparing(key -> !head.from().instance().equals(key.passedTo())))
                .map(key -> Objects.requireNonNull(lock(key.row())));
    }

    private @Nullable Asked lock(UUID row) {
        return jdbc.queryForObject(
                LOCK,
                (found, n) -> new Asked(
                        Rows.uuid(found, "id"),
                        new PeerAnswer.Addressee(
                                new Sender(found.getString("sender_cvr"), Rows.uuid(found, "case_system")),
                                found.getString("authority"),
                                found.getString("transaction_id")),
                        Rows.uuidOrNull(found, "passed_to"),
                        "DEFERRED".equals(found.getString("outcome")) && "PEER".equals(found.getString("waiting_for")),
                        Rows.instant(found, "promised_at")),
                row);
    }

    public boolean isDebtorSystem(Sender sender) {
        return !jdbc.queryForList(
                        "select id from debtor_system where id = ? and cvr = ?",
                        UUID.class,
                        sender.instance(),
                        sender.cvr())
                .isEmpty();
    }

    /** Whether that debtor system used the RequestId for another answer. */
    public boolean isUsedForAnother(UUID debtorSystem, UUID requestId, UUID answer) {
        return !jdbc.queryForList(
                        "select id from peer_answer where debtor_system = ? and request_id = ? and id <> ?",
                        UUID.class,
                        debtorSystem,
                        requestId,
                        answer)
                .isEmpty();
    }

    /** What was accepted under the answer's name, or of the request. */
    public List<Before> before(UUID answer, UUID request) {
        return jdbc.query(
                BEFORE,
                (row, n) -> new Before(
                        Rows.uuid(row, "id"),
                        Rows.uuid(row, "request"),
                        row.getString("content"),
                        row.getString("receipt"),
                        Rows.instant(row, "received_at")),
                answer,
                request);
    }

    /** Whether a message of ours has that name already. */
    public boolean isSent(UUID answer) {
        return !jdbc.queryForList("select id from message where id = ?", UUID.class, answer)
                .isEmpty();
    }

    /**
     * Keeps the answer, and ends its request once and for good.
     *
     * @throws ConcurrencyFailureException where another took the answer's name, or its RequestId, at this very moment
     */
    public void take(PeerAnswer answer, UUID request, String receipt, Instant now) {
        var kept = jdbc.update(
                TAKE,
                answer.id(),
                request,
                answer.head().from().instance(),
                answer.head().requestId(),
                Rows.sql(now),
                answer.content(),
                receipt);
        if (kept != 1) throw new ConcurrencyFailureException("answer " + answer.id() + " is being taken twice");
        var outcome = answer.carriedOut() ? PeerReceipt.How.CARRIED_OUT : PeerReceipt.How.NOT_CARRIED_OUT;
        var ended = jdbc.update(END, outcome.name(), Rows.sql(now), request);
        if (ended != 1) throw new IllegalStateException("request " + request + " has ended already");
    }
}
