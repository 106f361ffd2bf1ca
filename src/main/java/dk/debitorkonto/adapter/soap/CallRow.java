package dk.debitorkonto.adapter.soap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of a call on a service's path, refused or not.
 *
 * @param model how the sender was proven
 * @param caseSystem the sender as the message names it
 * @param fault the code of the fault, where one was the answer
 * @param reason why it was refused, more precisely than the caller was told
 */
public record CallRow(
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
        Bytes received,
        Bytes sent) {

    /** Exact bytes by their number and digest. */
    public record Bytes(Instant at, long count, String sha256) {

        public static Bytes of(Instant at, byte[] bytes) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return new Bytes(at, bytes.length, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
