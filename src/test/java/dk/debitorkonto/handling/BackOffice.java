package dk.debitorkonto.handling;

import dk.debitorkonto.calendar.MovableClock;
import dk.debitorkonto.work.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes after the receipt, at an {@link Office}: persons, dates, answers; with the clock in hand. */
final class BackOffice {

    private static final Person SOMEBODY = person("somebody");

    private final Office office;
    private final DeferredDesk desk;
    private final MovableClock clock;

    private record Due(String duty, String row, long version) {}

    BackOffice(Office office) {
        this.office = office;
        this.desk = office.bean(DeferredDesk.class);
        this.clock = office.bean(MovableClock.class);
    }

    static Person person(String name) {
        return new Person(name, Set.of(Person.Role.values()));
    }

    /** Puts the clock forward to ten o'clock of that day, and does what is due. */
    void comes(LocalDate day) {
        clock.moveTo(Instant.parse(day + "T10:00:00Z"));
        work();
    }

    /** Does all that is due, as a node would, in the order of its time. */
    void work() {
        for (var due = due(); due != null; due = due()) {
            var work = due;
            office.duties().stream()
                    .filter(duty -> duty.name().equals(work.duty()))
                    .map(Duty::deed)
                    .forEach(deed -> deed.accept(UUID.fromString(work.row())));
            office.jdbc.update(
                    "delete from scheduled_tasks where task_name = ? and task_instance = ? and version = ?",
                    work.duty(),
                    work.row(),
                    work.version());
        }
    }

    private @Nullable Due due() {
        return office
                .jdbc
                .query(
                        "select task_name, task_instance, version from scheduled_tasks where execution_time <= ?"
                                + " order by execution_time, task_name fetch first 1 rows only",
                        (row, n) -> new Due(row.getString(1), row.getString(2), row.getLong(3)),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .stream()
                .findFirst()
                .orElse(null);
    }

    Judgement authorise(UUID identification, String person) {
        return authorise(identification, person(person), null);
    }

    Judgement authorise(UUID identification, Person person, @Nullable String fingerprint) {
        return desk.authorise(row(identification), new DeferredDesk.Statement(person, "set igennem", fingerprint));
    }

    Judgement decline(UUID identification) {
        return desk.decline(row(identification), new DeferredDesk.Statement(SOMEBODY, "nej", null));
    }

    Judgement resume(UUID identification) {
        return desk.resume(row(identification), new DeferredDesk.Statement(SOMEBODY, "igen", null));
    }

    UUID row(UUID identification) {
        return of(identification, "id", UUID.class);
    }

    String fingerprint(UUID identification) {
        return of(identification, "plan_fingerprint", String.class);
    }

    LocalDate expected(UUID identification) {
        return of(identification, "expected", LocalDate.class);
    }

    private <T> T of(UUID identification, String column, Class<T> type) {
        return java.util.Objects.requireNonNull(office.jdbc.queryForObject(
                "select " + column + " from request where identification = ?", type, identification));
    }

    /** How the request stands: its outcome, or what it waits for, and why again. */
    String stands(UUID identification) {
        var row = office.jdbc.queryForMap(
                "select outcome, waiting_for, note from request where identification = ?", identification);
        var waitingFor = row.get("waiting_for");
        if (waitingFor == null) return String.valueOf(row.get("outcome"));
        return waitingFor + (row.get("note") == null ? "" : " " + row.get("note"));
    }

    /** What its sender is told; nothing before it has ended. */
    String answer(UUID identification) {
        return String.join(
                " ",
                office.jdbc.queryForList(
                        "select body from message where request = ?", String.class, row(identification)));
    }

    /** How many objects are told of. */
    long effects(UUID identification) {
        return java.util.Objects.requireNonNull(office.jdbc.queryForObject(
                "select count(*) from effect where request = ?", Long.class, row(identification)));
    }

    long entries(UUID identification) {
        return java.util.Objects.requireNonNull(office.jdbc.queryForObject(
                "select count(*) from entry where cause = ?", Long.class, row(identification)));
    }

    Map<String, Object> column(UUID identification, String columns) {
        return office.jdbc.queryForMap("select " + columns + " from request where identification = ?", identification);
    }
}
