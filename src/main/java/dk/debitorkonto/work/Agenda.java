package dk.debitorkonto.work;

import dk.debitorkonto.work.jdbc.WorkRows;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When work is to be done. What is put here in a transaction stands if the transaction does. */
@Component
public class Agenda {

    /** That something was put on the agenda; told of after the commit. */
    record Changed(Instant due) {}

    private final WorkRows rows;
    private final ApplicationEventPublisher events;

    Agenda(WorkRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Has {@code duty} done for {@code row} at {@code due}, whatever was put for it before, with all its tries ahead of it; where it
     * is being done at this moment, it will be done once more.
     */
    public void put(String duty, UUID row, Instant due) {
        rows.put(new WorkRows.Item(duty, row), due);
        events.publishEvent(new Changed(due));
    }

    /** Nothing is left to do for {@code row}; where it was parked, its alarm ends. */
    public void drop(String duty, UUID row) {
        rows.drop(new WorkRows.Item(duty, row));
    }

    /** Whether it was given up until a person has looked. */
    public boolean isParked(String duty, UUID row) {
        return rows.isParked(new WorkRows.Item(duty, row));
    }
}
