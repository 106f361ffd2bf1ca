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
        public boolean standsFor(Sender sender) {
            return false;
        }

        @Override
        public void behaves(Sender sender, UUID identification, Behaviour behaviour) {
            throw new IllegalStateException("there is no test bench");
        }

        @Override
        public String address(String callback) {
            return callback;
        }
    };

    /** Whether what is sent to the case system goes to a simulated one of ours, and to nobody outside. */
    boolean standsFor(Sender sender);

    /** Notes how the simulated party is to behave about a request; what was noted first holds. */
    void behaves(Sender sender, UUID identification, Behaviour behaviour);

    /** Where a callback is over HTTP: the bench's own are given as a path of this very system. */
    String address(String callback);

    /**
     * How a simulated party behaves.
     *
     * @param rejects whether it refuses the answer
     * @param delay before it does anything
     * @param times how often it makes the mistake, and behaves then; absent: always
     */
    record Behaviour(
            boolean rejects,
            Duration delay,
            @Nullable Integer times,
            @Nullable Mistake mistake) {

        public static final Behaviour GOOD = new Behaviour(false, Duration.ZERO, null, null);
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
