package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.ledger.jdbc.JournalBatch;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Begins bookings. */
@Component
public class Bookings {

    private final JdbcTemplate jdbc;
    private final JournalBatch journal;

    Bookings(JdbcTemplate jdbc, JournalBatch journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    public Booking begin() {
        return new Booking(jdbc, journal);
    }
}
