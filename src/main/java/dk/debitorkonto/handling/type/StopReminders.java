package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** STOP_RYKKER: a wish that reminders rest, on the account or on the listed claims; a new one replaces the old. */
@Component
final class StopReminders implements WholeHandling<StopReminders.Wish> {

    /** The last day of a stop without one. */
    static final LocalDate OPEN_ENDED = LocalDate.of(9999, 12, 31);

    public record Wish(@Nullable LocalDate lastDay) {}

    @Override
    public String code() {
        return "STOP_RYKKER";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, Situation situation) {
        var lastDay = Objects.requireNonNullElse(wish.lastDay(), OPEN_ENDED);
        if (!situation.listed())
            return Draft.empty()
                    .stopReminders(circumstances.source().account(), lastDay)
                    .done();

        var draft = new Draft(situation.sources(), List.of());
        for (var claim : situation.sources()) draft.stopReminders(claim.id(), lastDay);
        return draft.done();
    }
}
