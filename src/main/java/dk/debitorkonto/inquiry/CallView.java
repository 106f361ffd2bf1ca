package dk.debitorkonto.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request read on a service's path, refused or not.
 *
 * @param model how the sender was proven
 * @param reason why it was refused, more precisely than the caller was told
 */
public record CallView(
        long sequence,
        UUID call,
        String service,
        @Nullable String operation,
        String model,
        @Nullable String certificate,
        @Nullable UUID caseSystem,
        @Nullable UUID identification,
        int httpStatus,
        @Nullable String fault,
        @Nullable String reason,
        Exact received,
        Exact sent) {

    /** Exact bytes by number and digest. */
    public record Exact(Instant at, long bytes, String sha256) {}
}
