package planted.claim;

import java.time.Instant;

/** Asks the machine for the time. */
public class ReadsTheClock {

    public Instant when() {
        return Instant.now();
    }
}
