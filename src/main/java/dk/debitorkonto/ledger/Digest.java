package dk.debitorkonto.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a row of words, different for each different row: each word is preceded by its length, so that none can pass for
 * two, and an absent word is another than an empty one.
 */
public final class Digest {

    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    private final MessageDigest sha256;

    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /** Adds a word. */
    public void say(@Nullable String word) {
        if (word == null) {
            sha256.update(ABSENT);
            return;
        }
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        sha256.update(PRESENT);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha256.update(bytes);
    }

    /** The digest in lower-case hex; to be asked once, at the end. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
