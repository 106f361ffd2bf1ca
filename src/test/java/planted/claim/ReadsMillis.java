package planted.claim;

/** Asks the machine for the time, the old way. */
public class ReadsMillis {

    public long when() {
        return System.currentTimeMillis();
    }
}
