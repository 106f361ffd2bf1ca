package dk.debitorkonto.outbox.jdbc;

import dk.debitorkonto.outbox.Attempt;
import dk.debitorkonto.outbox.Delivery;
import dk.debitorkonto.outbox.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that are owed. A message's state changes under the lock of its request's row, then its own, and together with the
 * answer's state there.
 */
@Component
public class MessageRows {

    private static final int TRIES = 4;

    private static final String ORIGIN = """
        select r.told_at, c.callback
          from request r
          join case_system c on c.id = ?
         where r.id = ?
        """;
    private static final String INSERT = """
        insert into message (id, authority, request, receiver, body, made_at, state, tries, failed, since, due_at, unaddressed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String LOCK_REQUEST =
            "select id from request where id = (select request from message where id = ?) for update";
    private static final String LOCK = """
        select id, request, state, tries, failed, since, due_at, unaddressed
          from message
         where id = ?
           for update
        """;
    private static final String CHANGE = """
        update message
           set state = ?, tries = ?, failed = ?, since = ?, due_at = ?, unaddressed = ?
         where id = ?
        """;
    private static final String ANSWER = "update request set answer = ? where id = ? and answer <> ?";
    private static final String ATTEMPT = """
        insert into attempt (message, number, at, url, http_status, milliseconds, result, came_back)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String TOLD = """
        update request
           set told_at = ?
         where sender_cvr = ?
           and case_system = ?
           and identification = ?
           and told_at is null
           and (outcome = 'DEFERRED' or answer <> 'NONE')
        """;
    private static final String OF_KEY = """
        select m.id
          from message m
          join request r on r.id = m.request
         where r.sender_cvr = ?
           and r.case_system = ?
           and r.identification = ?
        """;
    private static final String RESEND =
            "insert into resend (message, tries, at, person, comment) values (?, ?, ?, ?, ?)";
    /** What is known of a message's request and receiver: whether the receipt was written, and whether there is an address. */
    public record Origin(boolean told, boolean addressed) {}

    /** A message with what became of a try. */
    public record Tried(UUID message, Attempt attempt) {}

    /** That a person has an answer sent again. */
    public record Resend(Instant at, String person, String comment) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    MessageRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    public Origin origin(UUID request, UUID receiver) {
        var found = jdbc.query(
                ORIGIN,
                (row, n) -> new Origin(row.getObject("told_at") != null, row.getString("callback") != null),
                receiver,
                request);
        if (found.isEmpty()) throw new IllegalStateException("no request " + request + ", or no receiver " + receiver);
        return found.getFirst();
    }

    /** In the transaction that stands. */
    public void insert(Message message, Delivery delivery) {
        jdbc.update(
                INSERT,
                message.id(),
                message.authority(),
                message.request(),
                message.receiver(),
                message.body(),
                Times.sql(message.madeAt()),
                delivery.state().name(),
                delivery.tries(),
                delivery.failed(),
                Times.sql(delivery.since()),
                Times.sqlOrNull(delivery.due()),
                delivery.unaddressed());
        answer(delivery);
    }

    /** Keeps what became of tries, all in one transaction. */
    public void settle(List<Tried> ended) {
        together(() -> {
            for (var each : ended) {
                var delivery = change(each.message(), before -> before.after(each.attempt()));
                insert(each.message(), delivery.tries(), each.attempt());
            }
        });
    }

    private void insert(UUID message, int number, Attempt attempt) {
        jdbc.update(
                ATTEMPT,
                message,
                number,
                Times.sql(attempt.at()),
                attempt.url(),
                attempt.httpStatus(),
                attempt.took().toMillis(),
                attempt.result().name(),
                attempt.cameBack());
    }

    /** Notes that a deferred request's sender has its receipt; the first time, its message, where there is one, takes the step. */
    public void told(
            String senderCvr, UUID caseSystem, UUID identification, Instant now, UnaryOperator<Delivery> step) {
        together(() -> {
            if (jdbc.update(TOLD, Times.sql(now), senderCvr, caseSystem, identification) == 0) return;
            for (var message : jdbc.queryForList(OF_KEY, UUID.class, senderCvr, caseSystem, identification))
                change(message, step);
        });
    }

    /** Whether the message of a request took the step; then it is kept who wanted it. */
    public boolean resend(UUID request, Resend resend, UnaryOperator<Delivery> step) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            var changed = false;
            for (var id : jdbc.queryForList("select id from message where request = ?", UUID.class, request)) {
                var before = lock(id);
                var after = step.apply(before);
                if (after.equals(before)) continue;
                write(after);
                jdbc.update(RESEND, id, before.tries(), Times.sql(resend.at()), resend.person(), resend.comment());
                changed = true;
            }
            return changed;
        }));
    }

    /** Has each take the step, all in one transaction; how many they are. */
    public int change(Collection<UUID> messages, UnaryOperator<Delivery> step) {
        together(() -> messages.forEach(each -> change(each, step)));
        return messages.size();
    }

    private Delivery change(UUID message, UnaryOperator<Delivery> step) {
        var before = lock(message);
        var after = step.apply(before);
        if (!after.equals(before)) write(after);
        return after;
    }

    private Delivery lock(UUID message) {
        jdbc.queryForList(LOCK_REQUEST, UUID.class, message);
        return jdbc.query(
                        LOCK,
                        (row, n) -> new Delivery(
                                row.getObject("id", UUID.class),
                                row.getObject("request", UUID.class),
                                Delivery.State.valueOf(row.getString("state")),
                                row.getInt("tries"),
                                row.getInt("failed"),
                                Times.instant(row, "since"),
                                Times.instantOrNull(row, "due_at"),
                                row.getBoolean("unaddressed")),
                        message)
                .getFirst();
    }

    private void write(Delivery delivery) {
        jdbc.update(
                CHANGE,
                delivery.state().name(),
                delivery.tries(),
                delivery.failed(),
                Times.sql(delivery.since()),
                Times.sqlOrNull(delivery.due()),
                delivery.unaddressed(),
                delivery.message());
        answer(delivery);
    }

    private void answer(Delivery delivery) {
        jdbc.update(
                ANSWER,
                delivery.state().name(),
                delivery.request(),
                delivery.state().name());
    }

    /** In one transaction, tried again where the database says that it got in another's way. */
    private void together(Runnable work) {
        for (var left = TRIES; ; left--) {
            try {
                transactions.executeWithoutResult(transaction -> work.run());
                return;
            } catch (TransientDataAccessException conflict) {
                if (left == 1) throw conflict;
            }
        }
    }
}
