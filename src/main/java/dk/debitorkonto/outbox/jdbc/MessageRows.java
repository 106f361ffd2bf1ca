package dk.debitorkonto.outbox.jdbc;

import dk.debitorkonto.outbox.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Messages that are owed. */
@Component
public class MessageRows {

    private static final String INSERT = """
        insert into message (id, authority, request, receiver, body, made_at, due_at, state)
        values (?, ?, ?, ?, ?, ?, ?, 'PENDING')
        """;

    private final JdbcTemplate jdbc;

    MessageRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Message message) {
        jdbc.update(
                INSERT,
                message.id(),
                message.authority(),
                message.request(),
                message.receiver(),
                message.body(),
                sql(message.madeAt()),
                sql(message.notBefore()));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
