package dk.debitorkonto.handling;

import dk.debitorkonto.work.Agenda;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has requests that were put off taken up again: on the date of their effect, and when their sender's deadline has passed. */
@Component
final class Wakeups {

    static final String CARRY_OUT = "carry-out";
    static final String DEADLINE = "deadline";

    private final Agenda agenda;

    Wakeups(Agenda agenda) {
        this.agenda = agenda;
    }

    /** A date that is today, or was before, has come. */
    void onDate(UUID request, LocalDate effectDate) {
        agenda.put(
                CARRY_OUT,
                request,
                effectDate.atStartOfDay(HandlingDesk.COPENHAGEN).toInstant());
    }

    /** The last day is over when the next one begins. */
    void afterDeadline(UUID request, LocalDate lastDay) {
        agenda.put(
                DEADLINE,
                request,
                lastDay.plusDays(1).atStartOfDay(HandlingDesk.COPENHAGEN).toInstant());
    }

    /** It waits for a person, not for a date. */
    void notOnDate(UUID request) {
        agenda.drop(CARRY_OUT, request);
    }

    /** It has ended. */
    void none(UUID request) {
        agenda.drop(CARRY_OUT, request);
        agenda.drop(DEADLINE, request);
    }

    boolean isParked(UUID request) {
        return agenda.isParked(CARRY_OUT, request) || agenda.isParked(DEADLINE, request);
    }
}
