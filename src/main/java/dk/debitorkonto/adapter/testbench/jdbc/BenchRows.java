package dk.debitorkonto.adapter.testbench.jdbc;

import dk.debitorkonto.adapter.soap.Counterpart.Behaviour;
import dk.debitorkonto.adapter.soap.Counterpart.Mistake;
import dk.debitorkonto.handling.Sender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How the simulated parties are to behave, and what they got. */
@Component
public class BenchRows {

    private static final String BEHAVES = """
        insert into counterpart_behaviour (sender_cvr, case_system, identification, party, rejects, delay_millis, times, mistake)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict do nothing
        """;
    private static final String BEHAVIOUR = """
        select rejects, delay_millis, times, mistake
          from counterpart_behaviour
         where sender_cvr = ?
           and case_system = ?
           and identification = ?
           and party = ?
        """;
    private static final String FIRST = """
        insert into counterpart_answer (answer, identification, case_system, first_at, times, body)
        values (?, ?, ?, ?, 0, ?)
        on conflict do nothing
        """;
    private static final String ANSWERS = """
        select answer, identification, case_system, first_at, times, body
          from counterpart_answer
         where identification = coalesce(?, identification)
           and first_at > coalesce(?, timestamp with time zone '1970-01-01 00:00:00+00:00')
         order by first_at, answer
         fetch first ? rows only
        """;

    /** Who is simulated. */
    public enum Party {
        CASE_SYSTEM,
        DEBTOR_SYSTEM
    }

    /** An answer that the simulated case system got; how often it came. */
    public record Got(UUID answer, UUID request, UUID caseSystem, Instant receivedAt, int times, String message) {}

    private final JdbcTemplate jdbc;

    BenchRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public @Nullable String callback(Sender sender) {
        return jdbc
                .queryForList(
                        "select callback from case_system where id = ? and cvr = ?",
                        String.class,
                        sender.instance(),
                        sender.cvr())
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Where the municipality's requests are passed on to; null where they aren't. */
    public @Nullable String endpoint(String authority) {
        return jdbc
                .queryForList(
                        "select d.endpoint from route t join debtor_system d on d.id = t.debtor_system where"
                                + " t.authority = ?",
                        String.class,
                        authority)
                .stream()
                .map(endpoint -> endpoint == null ? "" : endpoint)
                .findFirst()
                .orElse(null);
    }

    public void behaves(Party party, Sender sender, UUID identification, Behaviour behaviour) {
        jdbc.update(
                BEHAVES,
                sender.cvr(),
                sender.instance(),
                identification,
                party.name(),
                behaviour.rejects(),
                behaviour.delay().toMillis(),
                behaviour.times(),
                behaviour.mistake() == null ? null : behaviour.mistake().name());
    }

    /** How that party is to behave about a request. */
    public Behaviour behaviour(Party party, Sender sender, UUID identification) {
        return jdbc
                .query(
                        BEHAVIOUR,
                        (row, n) -> behaviour(row),
                        sender.cvr(),
                        sender.instance(),
                        identification,
                        party.name())
                .stream()
                .findFirst()
                .orElse(Behaviour.GOOD);
    }

    private static Behaviour behaviour(ResultSet row) throws SQLException {
        var mistake = row.getString("mistake");
        return new Behaviour(
                row.getBoolean("rejects"),
                Duration.ofMillis(row.getLong("delay_millis")),
                row.getObject("times", Integer.class),
                mistake == null ? null : Mistake.valueOf(mistake));
    }

    /** Notes that an answer came; how often it has. */
    public int got(Got got) {
        jdbc.update(
                FIRST,
                got.answer(),
                got.request(),
                got.caseSystem(),
                got.receivedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                got.message());
        jdbc.update("update counterpart_answer set times = times + 1 where answer = ?", got.answer());
        return Objects.requireNonNull(jdbc.queryForObject(
                "select times from counterpart_answer where answer = ?", Integer.class, got.answer()));
    }

    /** What came, in the order of its first coming. */
    public List<Got> answers(@Nullable UUID request, @Nullable Instant after, int most) {
        return jdbc.query(
                ANSWERS,
                (row, n) -> new Got(
                        row.getObject("answer", UUID.class),
                        row.getObject("identification", UUID.class),
                        row.getObject("case_system", UUID.class),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getInt("times"),
                        Objects.requireNonNull(row.getString("body"))),
                request,
                after == null ? null : after.atOffset(ZoneOffset.UTC),
                most);
    }
}
