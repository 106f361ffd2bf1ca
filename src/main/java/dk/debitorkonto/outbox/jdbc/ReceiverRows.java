package dk.debitorkonto.outbox.jdbc;

import dk.debitorkonto.outbox.Circuit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The addresses that are sent to: their circuits, and which node sends to them. */
@Component
public class ReceiverRows {

    private static final String NEW =
            "insert into receiver (id, address, failures) values (?, ?, 0) on conflict do nothing";

    /** One look into the index for each case system, however many messages wait. */
    private static final String DUE = """
        select distinct c.callback, r.id
          from case_system c
          left join receiver r on r.address = c.callback
         where c.callback is not null
           and (r.held_until is null or r.held_until <= ?)
           and (select m.due_at
                  from message m
                 where m.receiver = c.id and m.due_at is not null
                 order by m.receiver, m.due_at
                 fetch first 1 rows only) <= ?
        """;

    private static final String FREE = " and (r.leased_until is null or r.leased_until < current_timestamp)";

    private static final String LEASE = """
        update receiver
           set lease = ?, leased_until = current_timestamp + interval '40' second
         where id = ?
           and (leased_until is null or leased_until < current_timestamp or lease = ?)
        """;

    /** An address that is sent to. */
    public record Receiver(UUID id, String address) {}

    private final JdbcTemplate jdbc;

    ReceiverRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The addresses to which something is due that their circuit lets through, and to which nobody sends. */
    public List<Receiver> due(Instant now) {
        return jdbc
                .query(
                        DUE + FREE,
                        (row, n) -> new Found(Objects.requireNonNull(row.getString(1)), row.getObject(2, UUID.class)),
                        Times.sql(now),
                        Times.sql(now))
                .stream()
                .map(this::known)
                .toList();
    }

    private record Found(String address, @Nullable UUID id) {}

    private Receiver known(Found found) {
        if (found.id() != null) return new Receiver(found.id(), found.address());
        jdbc.update(NEW, UUID.randomUUID(), found.address());
        var id = jdbc.queryForObject("select id from receiver where address = ?", UUID.class, found.address());
        return new Receiver(Objects.requireNonNull(id), found.address());
    }

    /** Whether something that was due at {@code until} waits for nothing but being sent. */
    public boolean haveDue(Instant until, Instant now) {
        return !jdbc.queryForList(DUE, Times.sql(now), Times.sql(until)).isEmpty();
    }

    /** Takes the lease on a receiver, or renews it: for 40 s it is ours alone. */
    public boolean lease(UUID receiver, UUID lease) {
        return jdbc.update(LEASE, lease, receiver, lease) == 1;
    }

    public void release(UUID receiver, UUID lease) {
        jdbc.update(
                "update receiver set lease = null, leased_until = null where id = ? and lease = ?", receiver, lease);
    }

    public Circuit circuit(UUID receiver) {
        return jdbc.query(
                        "select failures, held_until from receiver where id = ?",
                        (row, n) -> new Circuit(row.getInt("failures"), Times.instantOrNull(row, "held_until")),
                        receiver)
                .getFirst();
    }

    public void keep(UUID receiver, Circuit circuit) {
        jdbc.update(
                "update receiver set failures = ?, held_until = ? where id = ?",
                circuit.failures(),
                Times.sqlOrNull(circuit.heldUntil()),
                receiver);
    }
}
