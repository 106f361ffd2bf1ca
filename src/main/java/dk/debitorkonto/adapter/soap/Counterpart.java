package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.handling.Sender;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The test bench's simulated parties, as the door knows them: whom they stand for, and how a request wants them to behave. */
public interface Counterpart {

    /** Where there is no test bench. */
    Counterpart NONE = new Counterpart() {
        @Override
        public boolean standsFor(Sender sender, String authority) {
            return false;
        }

        @Override
        public void behaves(Sender sender, String authority, UUID identification, Behaviour behaviour) {
            throw new IllegalStateException("there is no test bench");
        }

        @Override
        public String address(String callback) {
            return callback;
        }
    };

    /**
     * Whether the one that a request meets is simulated by us, and nobody outside: the debtor system that the municipality's
     * requests are passed on to, or else the case system that gets the answer.
     */
    boolean standsFor(Sender sender, String authority);

    /** Notes how the simulated party is to behave about a request; what was noted first holds. */
    void behaves(Sender sender, String authority, UUID identification, Behaviour behaviour);

    /** Where a callback or an endpoint is over HTTP: the bench's own are given as a path of this very system. */
    String address(String callback);

    /**
     * How a simulated party behaves.
     *
     * @param rejects whether it refuses what it gets
     * @param delay before it answers
     * @param times how often it makes the mistake, and behaves then; absent: always
     */
    record Behaviour(
            boolean rejects,
            Duration delay,
            @Nullable Integer times,
            @Nullable Mistake mistake) {

        public static final Behaviour GOOD = new Behaviour(false, Duration.ZERO, null, null);

        /** The mistake that it makes the {@code nth} time. */
        public @Nullable Mistake mistake(int nth) {
            return times == null || nth <= times ? mistake : null;
        }
    }

    /** What it does wrong. */
    enum Mistake {
        TIME_OUT,
        HTTP_500,
        INVALID_XML,
        SLOW,
        WRONG_SIGNATURE,
        BEFORE_RECEIPT
    }
}
