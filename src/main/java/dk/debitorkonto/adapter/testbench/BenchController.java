package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the simulated case system got. */
@RestController
@OnTheBench
@RequestMapping("/api/v1/testbench/answers")
final class BenchController {

    private static final int PAGE = 100;

    private final BenchRows rows;

    BenchController(BenchRows rows) {
        this.rows = rows;
    }

    /** @param next ask for what came after it, where there may be more */
    record Answers(List<BenchRows.Got> items, @Nullable Instant next) {}

    @GetMapping
    Answers answers(
            @RequestParam(required = false) @Nullable UUID request,
            @RequestParam(required = false) @Nullable Instant after) {
        var found = rows.answers(request, after, PAGE);
        return new Answers(found, found.size() < PAGE ? null : found.getLast().receivedAt());
    }
}
