package dk.debitorkonto.outbox.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which messages are to be sent, and which wait for an address. */
@Component
public class DueRows {

    /** Receiver by receiver: one look into the index each, however many messages wait. */
    private static final String DUE = """
        select m.id
          from message m
         where m.receiver = ?
           and m.due_at <= ?
         order by m.receiver, m.due_at
         fetch first ? rows only
        """;

    private static final String LETTER = """
        select m.id, m.body
          from message m
          join case_system c on c.id = m.receiver
         where m.id = ?
           and m.due_at <= ?
           and c.callback = ?
        """;
    private static final String ADDRESSED = """
        select c.id
          from case_system c
         where c.callback is not null
           and (select m.unaddressed
                  from message m
                 where m.receiver = c.id and m.unaddressed = true
                 fetch first 1 rows only)
        """;
    private static final String UNADDRESSED = """
        select c.id
          from case_system c
         where c.callback is null
           and (select m.due_at
                  from message m
                 where m.receiver = c.id and m.due_at is not null
                 order by m.receiver, m.due_at
                 fetch first 1 rows only) is not null
        """;

    /** Of receivers that failed so often that they were let be, and lately. */
    private static final String OUTLIVED = """
        select m.id
          from receiver r
          join case_system c on c.callback = r.address
          join message m on m.receiver = c.id
         where r.held_until > ?
           and m.due_at is not null
           and m.since <= ?
         fetch first ? rows only
        """;

    /** What is sent. */
    public record Letter(UUID id, String body) {}

    private final JdbcTemplate jdbc;

    DueRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is due to an address, the longest due first. */
    public List<UUID> due(String address, Instant now, int most) {
        return jdbc.queryForList("select id from case_system where callback = ?", UUID.class, address).stream()
                .flatMap(receiver -> jdbc.queryForList(DUE, UUID.class, receiver, Times.sql(now), most).stream())
                .limit(most)
                .toList();
    }

    /** A message where it is still due, and to that address. */
    public Optional<Letter> letter(UUID message, String address, Instant now) {
        return jdbc
                .query(
                        LETTER,
                        (row, n) -> new Letter(
                                row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("body"))),
                        message,
                        Times.sql(now),
                        address)
                .stream()
                .findFirst();
    }

    /** The receivers with an address for which something is parked as if they had none. */
    public List<UUID> addressed() {
        return jdbc.queryForList(ADDRESSED, UUID.class);
    }

    /** The receivers without an address to which something waits to be sent. */
    public List<UUID> unaddressed() {
        return jdbc.queryForList(UNADDRESSED, UUID.class);
    }

    public List<UUID> unaddressed(UUID receiver, int most) {
        return jdbc.queryForList(
                "select id from message where receiver = ? and unaddressed = true fetch first ? rows only",
                UUID.class,
                receiver,
                most);
    }

    /** What has waited since {@code since} or longer, and whose receiver was let be until {@code lately} or longer. */
    public List<UUID> outlived(Instant since, Instant lately, int most) {
        return jdbc.queryForList(OUTLIVED, UUID.class, Times.sql(lately), Times.sql(since), most);
    }

    public List<UUID> waiting(UUID receiver, int most) {
        return jdbc.queryForList(
                "select id from message where receiver = ? and due_at is not null fetch first ? rows only",
                UUID.class,
                receiver,
                most);
    }
}
