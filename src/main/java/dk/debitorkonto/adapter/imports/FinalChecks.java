package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What must hold when the whole document is in: nothing is owed on an annulled claim, a closed account is settled. */
@Component
final class FinalChecks {

    private static final int PORTION = 1_000;

    private final KnownRows known;

    FinalChecks(KnownRows known) {
        this.known = known;
    }

    void run(ImportRun run) {
        check(run.annulled, known::claimsWithRest, "an ANNULLED claim with a rest");
        check(run.closed, known::accountsUnsettled, "a CLOSED account with a rest or an unused payment");
    }

    private static void check(
            Map<UUID, String> suspects, Function<Collection<UUID>, Set<UUID>> offenders, String detail) {
        var ids = new ArrayList<>(suspects.keySet());
        for (var from = 0; from < ids.size(); from += PORTION)
            for (var offender : offenders.apply(ids.subList(from, Math.min(ids.size(), from + PORTION))))
                throw ImportRefused.at(suspects.getOrDefault(offender, ""), detail);
    }
}
