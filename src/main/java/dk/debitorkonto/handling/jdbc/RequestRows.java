package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.Effect;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.handling.Submission;
import dk.debitorkonto.handling.Variant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests under their keys, with the receipts that they got. */
@Component
public class RequestRows {

    private static final ManyRows.Statement KEEP = ManyRows.Statement.insert(
            """
            request (id, authority, sender_cvr, case_system, identification, request_id, transaction_id, received_at, handling_type,
                     variant, account, target_account, content, wish, asked_fingerprint, outcome, receipt, effect_date, waiting_for,
                     expected, promised, answer_by, plan_fingerprint, plan_amount, decided_at, persons, answer)
            """,
            "uuid",
            "text",
            "text",
            "uuid",
            "uuid",
            "uuid",
            "text",
            "timestamptz",
            "text",
            "text",
            "uuid",
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "text",
            "date",
            "text",
            "date",
            "date",
            "date",
            "text",
            "int8",
            "timestamptz",
            "int4",
            "text");
    private static final String BEFORE = """
        select identification, content, receipt, received_at
          from request
         where id in (select id from request where sender_cvr = ? and case_system = ? and identification = ?%s)
        """;
    private static final String OF_IDENTIFICATION = BEFORE.formatted("");
    private static final String OF_IDENTIFICATION_OR_CALL = BEFORE.formatted("""

        union all
        select id from request where sender_cvr = ? and case_system = ? and request_id = ?\
        """);
    private static final String ORIGINAL = """
        select id, authority, handling_type, variant, account, target_account, outcome, effect_date, persons, undone_by, wish
          from request
         where sender_cvr = ?
           and case_system = ?
           and identification = ?
           and passed_to is null
        """;
    private static final ManyRows.Statement EFFECT = ManyRows.Statement.insert(
            "effect (request, ordinal, subject_kind, subject, before_value, after_value)",
            "uuid",
            "int4",
            "text",
            "uuid",
            "text",
            "text");

    /** A request that has the same identification, or the same RequestId. */
    public record Before(
            UUID identification, String content, @Nullable String receipt, Instant receivedAt) {}

    /** A request as it came. */
    public record Received(UUID id, Submission submission, String handlingType, Instant at) {}

    /** What is kept of a request that ended, or waits. */
    public record Ended(
            Outcome outcome,
            String receipt,
            @Nullable LocalDate effectDate,
            @Nullable String fingerprint,
            @Nullable Long amount,
            Instant decidedAt,
            int persons) {}

    /** An earlier request, as an undo looks at it. */
    public record Original(
            UUID id,
            String authority,
            String handlingType,
            Variant variant,
            UUID account,
            @Nullable UUID targetAccount,
            @Nullable String outcome,
            @Nullable LocalDate effectDate,
            int persons,
            boolean undone,
            List<UUID> claims,
            List<UUID> targetClaims,
            Wish wish) {}

    /** The parameters as kept. */
    public record Wish(String text) {

        public <W> W as(Class<W> type) {
            return RequestText.wish(text, type);
        }
    }

    /** Before and after as JSON, in the order of a plan. */
    public record EffectRow(int ordinal, Effect effect, String before, String after) {}

    private final JdbcTemplate jdbc;
    private final ManyRows rows;

    RequestRows(JdbcTemplate jdbc, ManyRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Begins a list of what is to be written in one go. */
    public Writes begin() {
        return rows.begin();
    }

    /** What has the submission's identification, or its RequestId. */
    public List<Before> before(Submission submission) {
        var cvr = submission.sender().cvr();
        var instance = submission.sender().instance();
        var identification = submission.request().identification();
        var call = submission.requestId();
        return call == null
                ? jdbc.query(OF_IDENTIFICATION, (row, n) -> before(row), cvr, instance, identification)
                : jdbc.query(
                        OF_IDENTIFICATION_OR_CALL,
                        (row, n) -> before(row),
                        cvr,
                        instance,
                        identification,
                        cvr,
                        instance,
                        call);
    }

    private static Before before(ResultSet row) throws SQLException {
        return new Before(
                Rows.uuid(row, "identification"),
                row.getString("content"),
                row.getString("receipt"),
                Rows.instant(row, "received_at"));
    }

    /**
     * Keeps a request under its keys, its identification and its RequestId, with what was decided. Where one of them is taken, or about
     * to be, sending the writes waits for that and then throws a {@link org.springframework.dao.DuplicateKeyException}.
     */
    public void keep(Writes writes, Received received, Ended ended) {
        writes.insert(KEEP, List.of(received), each -> values(each, ended));
    }

    private static @Nullable Object[] values(Received received, Ended ended) {
        return Stream.concat(Arrays.stream(asReceived(received)), Arrays.stream(asEnded(ended)))
                .toArray();
    }

    private static @Nullable Object[] asReceived(Received received) {
        var submission = received.submission();
        var request = submission.request();
        return new @Nullable Object[] {
            received.id(),
            submission.authority(),
            submission.sender().cvr(),
            submission.sender().instance(),
            request.identification(),
            submission.requestId(),
            submission.transactionId(),
            Rows.sql(received.at()),
            received.handlingType(),
            request.variant().letter(),
            request.account(),
            request.targetAccount(),
            submission.content(),
            RequestText.write(request),
            submission.fingerprint()
        };
    }

    private static @Nullable Object[] asEnded(Ended ended) {
        var deferred = ended.outcome() instanceof Outcome.Deferred d ? d : null;
        return new @Nullable Object[] {
            ended.outcome().name(),
            ended.receipt(),
            ended.effectDate(),
            deferred == null ? null : deferred.waitingFor().name(),
            deferred == null ? null : deferred.expected(),
            deferred == null ? null : deferred.expected(),
            deferred == null ? null : deferred.answerBy(),
            ended.fingerprint(),
            ended.amount(),
            Rows.sql(ended.decidedAt()),
            ended.persons(),
            "NONE"
        };
    }

    public void keepEffects(Writes writes, UUID request, List<EffectRow> effects) {
        writes.insert(EFFECT, effects, row -> new Object[] {
            request,
            row.ordinal(),
            row.effect().isOfClaim() ? "CLAIM" : "ACCOUNT",
            row.effect().subject(),
            row.before(),
            row.after()
        });
    }

    public Optional<Original> original(Sender sender, UUID identification) {
        return jdbc.query(ORIGINAL, (row, n) -> original(row), sender.cvr(), sender.instance(), identification).stream()
                .findFirst();
    }

    public boolean isUndone(UUID request) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select undone_by is not null from request where id = ?", Boolean.class, request));
    }

    public void markUndone(UUID original, UUID by) {
        var changed = jdbc.update("update request set undone_by = ? where id = ? and undone_by is null", by, original);
        if (changed != 1) throw new IllegalStateException("request " + original + " is undone already");
    }

    private static Original original(ResultSet row) throws SQLException {
        HandlingRequest.Lists lists = RequestText.lists(row.getString("wish"));
        return new Original(
                Rows.uuid(row, "id"),
                row.getString("authority"),
                row.getString("handling_type"),
                Variant.of(row.getString("variant")),
                Rows.uuid(row, "account"),
                Rows.uuidOrNull(row, "target_account"),
                row.getString("outcome"),
                Rows.dateOrNull(row, "effect_date"),
                row.getInt("persons"),
                row.getObject("undone_by") != null,
                lists.claims(),
                lists.targetClaims(),
                new Wish(row.getString("wish")));
    }
}
