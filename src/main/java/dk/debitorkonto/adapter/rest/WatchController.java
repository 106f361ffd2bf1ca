package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.adapter.soap.jdbc.CallLog;
import dk.debitorkonto.inquiry.CallInquiry;
import dk.debitorkonto.inquiry.CallView;
import dk.debitorkonto.inquiry.Page;
import dk.debitorkonto.inquiry.PromiseInquiry;
import dk.debitorkonto.inquiry.PromiseView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What those look at who watch over the system: calls, promises, alarms. */
@RestController
@RequestMapping("/api/v1")
final class WatchController {

    private final CallLog log;
    private final CallInquiry calls;
    private final PromiseInquiry promises;
    private final Clock clock;

    WatchController(CallLog log, CallInquiry calls, PromiseInquiry promises, Clock clock) {
        this.log = log;
        this.calls = calls;
        this.promises = promises;
        this.clock = clock;
    }

    /** A list that is told whole. */
    record Items<T>(List<T> items) {}

    /** All calls that were answered by this node before this was asked. */
    @GetMapping("/calls")
    Items<CallView> calls(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer last,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (after != null && last != null) throw Problems.badRequest("either after or last, not both");
        if (after != null && after < 0) throw Problems.badRequest("after must be a call's sequence");
        var most = Paging.limit(last == null ? limit : last);
        log.flush();
        return new Items<>(last == null ? calls.after(after == null ? 0 : after, most) : calls.last(most));
    }

    @GetMapping("/promises")
    Page<PromiseView> promises(
            @RequestParam(required = false) PromiseView.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return promises.promises(state, LocalDate.now(clock), cursor, Paging.limit(limit));
    }

    @GetMapping("/alarms")
    Items<PromiseInquiry.Alarm> alarms() {
        return new Items<>(promises.alarms());
    }
}
