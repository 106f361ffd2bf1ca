package dk.debitorkonto.inquiry;

/** The four sums of a claim's cost family at a moment, in øre, each on either side of nothing: see {@link Balance}. */
record Sums(long charged, long reduced, long covered, long writtenOff) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    long due() {
        return charged - reduced;
    }

    long rest() {
        return due() - covered - writtenOff;
    }
}
