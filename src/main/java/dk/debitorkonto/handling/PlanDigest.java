package dk.debitorkonto.handling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan's fingerprint: SHA-256 over what it would do, and nothing of when, by whom or under which name.
 *
 * <p>Ids that the plan makes itself are left out, so that the same plan made twice has the same fingerprint.
 */
final class PlanDigest {

    private final MessageDigest digest;

    PlanDigest(HandlingDefinition definition, HandlingRequest request, String ruleVersion) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
        say(definition.code());
        say(request.variant().letter());
        say(request.account().toString());
        say(request.targetAccount());
        say(ruleVersion);
    }

    void add(UUID subject, String before, String after) {
        say(subject.toString());
        say(before);
        say(after);
    }

    void add(List<? extends Change> changes) {
        for (var change : changes) {
            switch (change) {
                case Change.Moves moves -> {
                    say(moves.posting().debit().toString());
                    say(moves.posting().credit().toString());
                    say(Long.toString(moves.posting().amount().oere()));
                }
                case Change.Turns turns -> {
                    say(turns.kind().name());
                    say(turns.subject().toString());
                    say(turns.before());
                    say(turns.after());
                }
            }
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void say(@Nullable Object value) {
        digest.update((value == null ? "" : value.toString()).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
