package dk.debitorkonto.handling;

import dk.debitorkonto.ledger.Digest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan's fingerprint: SHA-256 over what it would do, and nothing of when, by whom or under which name.
 *
 * <p>Ids that the plan makes itself are left out, so that the same plan made twice has the same fingerprint.
 */
final class PlanDigest {

    private final Digest digest = new Digest();

    PlanDigest(HandlingDefinition definition, HandlingRequest request, String ruleVersion) {
        say(definition.code());
        say(request.variant().letter());
        say(request.account().toString());
        say(request.targetAccount());
        say(ruleVersion);
    }

    void add(UUID subject, String before, String after) {
        say("object");
        say(subject.toString());
        say(before);
        say(after);
    }

    void add(List<? extends Change> changes) {
        for (var change : changes) {
            switch (change) {
                case Change.Moves moves -> {
                    say("moves");
                    say(moves.posting().debit().toString());
                    say(moves.posting().credit().toString());
                    say(Long.toString(moves.posting().amount().oere()));
                }
                case Change.Turns turns -> {
                    say("turns");
                    say(turns.kind().name());
                    say(turns.subject().toString());
                    say(turns.before());
                    say(turns.after());
                }
            }
        }
    }

    String hex() {
        return digest.hex();
    }

    private void say(@Nullable Object value) {
        digest.say(value == null ? null : value.toString());
    }
}
