package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Note;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Requests that were put off, what persons said of them, and how they ended. */
@Component
public class DeferredRows {

    private static final String LOCK = """
        select id, authority, sender_cvr, case_system, transaction_id, received_at, handling_type, effect_date, outcome,
               passed_to, waiting_for, expected, answer_by, plan_fingerprint, persons, asked_fingerprint, wish
          from request
         where id = ?
           for update
        """;
    private static final String WAIT = """
        update request
           set waiting_for = ?, expected = ?, note = ?
         where id = ?
        """;
    private static final String PLAN = """
        update request
           set plan_fingerprint = ?, plan_amount = ?, decided_at = ?, persons = ?
         where id = ?
        """;
    private static final String END = """
        update request
           set outcome = ?, waiting_for = null, note = null, plan_fingerprint = ?, plan_amount = ?, decided_at = ?,
               answer = 'PENDING'
         where id = ? and outcome = 'DEFERRED'
        """;
    private static final String SAY = """
        insert into authorisation (request, ordinal, person, at, fingerprint, verdict, comment, lapsed)
        values (?, ?, ?, ?, ?, ?, ?, false)
        """;
    private static final String AUTHORISED_BY = """
        select person
          from authorisation
         where request = ? and verdict = 'AUTHORISED' and not lapsed
         order by ordinal
        """;

    /** A request that was put off, as it stands under its lock. */
    public record Deferred(
            UUID id,
            String authority,
            Sender sender,
            String transactionId,
            Instant receivedAt,
            String handlingType,
            LocalDate effectDate,
            Outcome.WaitingFor waitingFor,
            LocalDate expected,
            @Nullable LocalDate answerBy,
            String fingerprint,
            int persons,
            @Nullable String askedFingerprint,
            String wish) {

        /** The request as it was sent; its effect date, fixed at receipt. */
        public HandlingRequest request(Class<?> wishType) {
            return RequestText.read(wish, wishType, effectDate);
        }

        public boolean waitsForPerson() {
            return waitingFor == Outcome.WaitingFor.PERSON || waitingFor == Outcome.WaitingFor.SECOND_PERSON;
        }

        /** Whether its sender has no more use for an answer. */
        public boolean isOver(LocalDate today) {
            return answerBy != null && answerBy.isBefore(today);
        }
    }

    /** What it would do now. */
    public record NewPlan(String fingerprint, long amount, Instant decidedAt, int persons) {}

    /** How it ended, with what was done, if anything. */
    public record End(
            UUID id,
            String outcome,
            @Nullable String fingerprint,
            @Nullable Long amount,
            Instant decidedAt) {}

    /** What a person said. */
    public record Word(UUID request, String person, Instant at, String fingerprint, Said verdict, String comment) {}

    /** For it, against it, or that it is tried again after it was parked. */
    public enum Said {
        AUTHORISED,
        DECLINED,
        RESUMED
    }

    private final JdbcTemplate jdbc;

    DeferredRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the request, where it is one that was put off here and has not ended. */
    public Optional<Deferred> lock(UUID id) {
        return jdbc
                .query(
                        LOCK,
                        (row, n) -> "DEFERRED".equals(row.getString("outcome")) && row.getObject("passed_to") == null
                                ? Optional.of(deferred(row))
                                : Optional.<Deferred>empty(),
                        id)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    public void dropEffects(UUID id) {
        jdbc.update("delete from effect where request = ?", id);
    }

    public void keepPlan(UUID id, NewPlan plan) {
        jdbc.update(PLAN, plan.fingerprint(), plan.amount(), Rows.sql(plan.decidedAt()), plan.persons(), id);
    }

    public void waitFor(UUID id, Outcome.WaitingFor waitingFor, LocalDate expected, @Nullable Note note) {
        jdbc.update(WAIT, waitingFor.name(), expected, note == null ? null : note.name(), id);
    }

    /** Once and for good. */
    public void end(End end) {
        var changed =
                jdbc.update(END, end.outcome(), end.fingerprint(), end.amount(), Rows.sql(end.decidedAt()), end.id());
        if (changed != 1) throw new IllegalStateException("request " + end.id() + " has ended already");
    }

    public void say(Word word) {
        var said = jdbc.queryForObject(
                "select count(*) from authorisation where request = ?", Integer.class, word.request());
        jdbc.update(
                SAY,
                word.request(),
                said,
                word.person(),
                Rows.sql(word.at()),
                word.fingerprint(),
                word.verdict().name(),
                word.comment());
    }

    /** Who authorised the plan as it stands. */
    public List<String> authorisedBy(UUID id) {
        return jdbc.queryForList(AUTHORISED_BY, String.class, id);
    }

    /** What was authorised is no longer what would be done. */
    public void lapse(UUID id) {
        jdbc.update("update authorisation set lapsed = true where request = ?", id);
    }

    private static Deferred deferred(ResultSet row) throws SQLException {
        return new Deferred(
                Rows.uuid(row, "id"),
                row.getString("authority"),
                new Sender(row.getString("sender_cvr"), Rows.uuid(row, "case_system")),
                row.getString("transaction_id"),
                Rows.instant(row, "received_at"),
                row.getString("handling_type"),
                Rows.date(row, "effect_date"),
                Outcome.WaitingFor.valueOf(row.getString("waiting_for")),
                Rows.date(row, "expected"),
                Rows.dateOrNull(row, "answer_by"),
                row.getString("plan_fingerprint"),
                row.getInt("persons"),
                row.getString("asked_fingerprint"),
                row.getString("wish"));
    }
}
