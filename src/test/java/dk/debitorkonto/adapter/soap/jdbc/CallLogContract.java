package dk.debitorkonto.adapter.soap.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.debitorkonto.adapter.soap.CallRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

abstract class CallLogContract {

    private final HikariDataSource database;
    private final JdbcTemplate jdbc;

    CallLogContract(HikariDataSource database) {
        this.database = database;
        jdbc = new JdbcTemplate(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keeps_each_row_in_order_and_as_it_is() {
        try (var log = new CallLog(jdbc).start()) {
            for (int i = 0; i < 1_200; i++) log.accept(row(i));
            log.flush();

            assertThat(jdbc.queryForList("select identification from service_call order by sequence", UUID.class))
                    .hasSize(1_200)
                    .element(777)
                    .isEqualTo(new UUID(0, 777));
        }
        assertThat(jdbc.queryForMap("select * from service_call order by sequence fetch first row only"))
                .containsEntry("service", "DebitorkontoAnmodningAfsend")
                .containsEntry("operation", null)
                .containsEntry("http_status", 500)
                .containsEntry("fault", "InternalError")
                .containsEntry("received_bytes", 3L)
                .containsEntry("received_sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void writes_what_waits_when_closed() {
        var log = new CallLog(jdbc).start();
        for (int i = 0; i < 300; i++) log.accept(row(i));
        log.close();

        assertThat(jdbc.queryForObject("select count(*) from service_call", Integer.class))
                .isEqualTo(300);
    }

    @Test
    void a_row_that_fits_no_table_holds_up_no_other() {
        try (var log = new CallLog(jdbc).start()) {
            log.accept(row(1));
            log.accept(new CallRow(
                    UUID.randomUUID(),
                    "x".repeat(100),
                    null,
                    "PLAIN",
                    null,
                    null,
                    null,
                    500,
                    null,
                    null,
                    bytes(),
                    bytes()));
            log.accept(row(2));
            log.flush();

            assertThat(jdbc.queryForObject("select count(*) from service_call", Integer.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void characters_that_a_database_does_not_keep_hold_up_no_other_row() {
        try (var log = new CallLog(jdbc).start()) {
            log.accept(row(1));
            for (var odd : List.of("\u0000", "\uD83D", "\uDE00\uD83D", "\uFFFF"))
                log.accept(new CallRow(
                        UUID.randomUUID(), "x", null, "PLAIN", null, null, null, 500, null, odd, bytes(), bytes()));
            log.accept(row(2));
            log.flush();

            assertThat(jdbc.queryForObject("select count(*) from service_call where reason = 'because'", Integer.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void loses_nothing_while_the_database_refuses() throws Exception {
        jdbc.execute("alter table service_call rename to away");
        try (var log = new CallLog(jdbc).start()) {
            log.accept(row(1));
            Thread.sleep(200);
            jdbc.execute("alter table away rename to service_call");
            log.accept(row(2));
            log.flush();

            assertThat(jdbc.queryForObject("select count(*) from service_call", Integer.class))
                    .isEqualTo(2);
        }
    }

    private static CallRow row(int number) {
        return new CallRow(
                UUID.randomUUID(),
                "DebitorkontoAnmodningAfsend",
                null,
                "PLAIN",
                null,
                null,
                new UUID(0, number),
                500,
                "InternalError",
                "because",
                bytes(),
                bytes());
    }

    private static CallRow.Bytes bytes() {
        return CallRow.Bytes.of(Instant.parse("2026-03-02T08:15:01.250Z"), "abc".getBytes(StandardCharsets.UTF_8));
    }
}
