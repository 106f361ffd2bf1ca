package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import dk.debitorkonto.adapter.testbench.jdbc.PromiseRows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the simulated parties got, and what they were told. */
@RestController
@OnTheBench
@RequestMapping("/api/v1/testbench")
final class BenchController {

    private static final int PAGE = 100;

    private final BenchRows rows;
    private final PromiseRows promises;

    BenchController(BenchRows rows, PromiseRows promises) {
        this.rows = rows;
        this.promises = promises;
    }

    /** @param next ask for what came after it, where there may be more */
    record Answers(List<BenchRows.Got> items, @Nullable Instant next) {}

    /** A request to the simulated debtor system, and each time that it answered. */
    record Asked(PromiseRows.Promise promise, List<PromiseRows.Sent> sent) {}

    /** The latest first, a hundred at most. */
    record Requests(List<Asked> items) {}

    @GetMapping("/answers")
    Answers answers(
            @RequestParam(required = false) @Nullable UUID request,
            @RequestParam(required = false) @Nullable Instant after) {
        var found = rows.answers(request, after, PAGE);
        return new Answers(found, found.size() < PAGE ? null : found.getLast().receivedAt());
    }

    @GetMapping("/requests")
    Requests requests(@RequestParam(required = false) @Nullable UUID request) {
        return new Requests(promises.latest(request, PAGE).stream()
                .map(promise -> new Asked(promise, promises.sent(promise.id())))
                .toList());
    }
}
