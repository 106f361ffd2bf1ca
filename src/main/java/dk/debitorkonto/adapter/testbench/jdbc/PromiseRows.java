package dk.debitorkonto.adapter.testbench.jdbc;

import dk.debitorkonto.handling.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the simulated debtor system was asked, and the answers that it promised. */
@Component
public class PromiseRows {

    private static final String FIRST = """
        insert into counterpart_request (id, sender_cvr, case_system, identification, first_at, times, copies, tries, taken)
        values (?, ?, ?, ?, ?, 0, 0, 0, false)
        on conflict do nothing
        """;
    private static final String KEEP = """
        update counterpart_request
           set receipt = ?, answer = ?, due_at = ?, copies = ?
         where id = ?
           and receipt is null
        """;
    private static final String COLUMNS = """
        select id, identification, case_system, first_at, times, receipt, answer, due_at, copies, tries, taken
          from counterpart_request
        """;
    private static final String LATEST = COLUMNS + """
         where identification = coalesce(?, identification)
         order by first_at desc, id desc
         fetch first ? rows only
        """;
    private static final String ITSELF = """
        select d.cvr, d.id
          from route t
          join debtor_system d on d.id = t.debtor_system
         where t.authority = ?
           and d.endpoint = ?
        """;

    /**
     * A request, and what was said to it.
     *
     * @param id names the answer too
     * @param times how often it came
     * @param receipt absent: no whole one was given yet
     * @param answer absent: none is owed
     * @param due when it is to be sent
     * @param copies as many of it are sent
     * @param tries how often it was sent in vain
     * @param taken whether the answer was
     */
    public record Promise(
            UUID id,
            UUID request,
            UUID caseSystem,
            Instant receivedAt,
            int times,
            @Nullable String receipt,
            @Nullable String answer,
            @Nullable Instant due,
            int copies,
            int tries,
            boolean taken) {}

    /** What is said to a request, and what is owed from then on. */
    public record Said(String receipt, @Nullable String answer, Instant due, int copies) {}

    /** One time that the answer was sent. */
    public record Sent(Instant at, boolean accepted, String reply) {}

    private final JdbcTemplate jdbc;

    PromiseRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The debtor system with that endpoint that the municipality's requests are passed on to. */
    public Optional<Sender> itself(String authority, String endpoint) {
        return jdbc
                .query(
                        ITSELF,
                        (row, n) -> new Sender(row.getString("cvr"), row.getObject("id", UUID.class)),
                        authority,
                        endpoint)
                .stream()
                .findFirst();
    }

    /** Notes that a request came. */
    public Promise came(UUID id, Sender sender, UUID identification, Instant at) {
        jdbc.update(FIRST, id, sender.cvr(), sender.instance(), identification, time(at));
        jdbc.update("update counterpart_request set times = times + 1, tries = 0 where id = ?", id);
        return find(id).orElseThrow();
    }

    /** Keeps what is said to a request; what was said first holds. */
    public Promise keep(UUID id, Said said) {
        jdbc.update(KEEP, said.receipt(), said.answer(), time(said.due()), said.copies(), id);
        return find(id).orElseThrow();
    }

    public Optional<Promise> find(UUID id) {
        return jdbc.query(COLUMNS + " where id = ?", (row, n) -> promise(row), id).stream()
                .findFirst();
    }

    /** The latest first. */
    public List<Promise> latest(@Nullable UUID request, int most) {
        return jdbc.query(LATEST, (row, n) -> promise(row), request, most);
    }

    /** Notes what was said to an answer. */
    public void sent(UUID id, Sent sent) {
        jdbc.update(
                "insert into counterpart_try (request, at, accepted, reply) values (?, ?, ?, ?)",
                id,
                time(sent.at()),
                sent.accepted(),
                sent.reply());
        if (sent.accepted()) jdbc.update("update counterpart_request set taken = true where id = ?", id);
    }

    /** It wasn't taken. */
    public void inVain(UUID id) {
        jdbc.update("update counterpart_request set tries = tries + 1 where id = ?", id);
    }

    /** Each time that the answer was sent, in order. */
    public List<Sent> sent(UUID id) {
        return jdbc.query(
                "select at, accepted, reply from counterpart_try where request = ? order by id",
                (row, n) -> new Sent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("accepted"),
                        row.getString("reply")),
                id);
    }

    private static Promise promise(ResultSet row) throws SQLException {
        var due = row.getObject("due_at", OffsetDateTime.class);
        return new Promise(
                row.getObject("id", UUID.class),
                row.getObject("identification", UUID.class),
                row.getObject("case_system", UUID.class),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getInt("times"),
                row.getString("receipt"),
                row.getString("answer"),
                due == null ? null : due.toInstant(),
                row.getInt("copies"),
                row.getInt("tries"),
                row.getBoolean("taken"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
