package dk.debitorkonto.handling;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids, by time (UUID version 7, RFC 9562), so that rows that are written together lie together. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var random = RANDOM.nextLong();
        var most = (System.currentTimeMillis() << 16) | 0x7000 | (random >>> 52);
        var least = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
