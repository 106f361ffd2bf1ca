package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.calendar.ClockMoved;
import dk.debitorkonto.calendar.MovableClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The demo's clock, which can be put forward and never back. */
@RestController
@Profile("!production")
@RequestMapping("/api/v1/clock")
final class ClockController {

    private static final Set<String> FIELDS = Set.of("now", "advance");
    private static final int LAST_YEAR = 9998;

    private final MovableClock clock;
    private final KeptClock kept;
    private final ApplicationEventPublisher events;

    ClockController(MovableClock clock, KeptClock kept, ApplicationEventPublisher events) {
        this.clock = clock;
        this.kept = kept;
        this.events = events;
    }

    /** What the clock says. */
    record Time(Instant now) {}

    @GetMapping
    Time now() {
        return new Time(clock.instant());
    }

    /** Answers when the work that fell due is done: those who do it listen to {@link ClockMoved}. */
    @PostMapping
    synchronized Time move(@RequestBody JsonNode body) {
        var then = asked(body);
        if (then.atOffset(ZoneOffset.UTC).getYear() > LAST_YEAR) throw Problems.badRequest("too far ahead");
        try {
            kept.moveTo(then);
        } catch (IllegalArgumentException e) {
            throw neverBack();
        }
        events.publishEvent(new ClockMoved(clock.instant()));
        return now();
    }

    private static ErrorResponseException neverBack() {
        return Problems.refusal(HttpStatus.CONFLICT, "the clock never goes back");
    }

    private Instant asked(JsonNode body) {
        if (!body.isObject()) throw Problems.badRequest("must be an object", "");
        for (var name : body.propertyNames())
            if (!FIELDS.contains(name)) throw Problems.badRequest("unknown field", "/" + name);
        if (body.has("now") == body.has("advance")) throw Problems.badRequest("either now or advance", "");
        var field = body.has("now") ? "now" : "advance";
        try {
            var text = body.path(field).asString("");
            if (text.startsWith("-")) throw neverBack();
            return field.equals("now") ? Instant.parse(text) : after(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw Problems.badRequest(
                    field.equals("now") ? "must be an instant in UTC" : "must be an ISO 8601 duration", "/" + field);
        }
    }

    /** Days and longer are those of the calendar in Copenhagen. */
    private Instant after(String duration) {
        var time = duration.indexOf('T');
        var now = ZonedDateTime.now(clock);
        if (time < 0) return now.plus(Period.parse(duration)).toInstant();
        var days = duration.substring(0, time);
        var period = days.equals("P") ? Period.ZERO : Period.parse(days);
        return now.plus(period)
                .plus(Duration.parse("P" + duration.substring(time)))
                .toInstant();
    }
}
