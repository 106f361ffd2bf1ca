package dk.debitorkonto.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The four sums of a claim's cost family at a moment, in øre, each on either side of nothing: see {@link Balance}. */
record Sums(long charged, long reduced, long covered, long writtenOff) {

    static final Sums NONE = new Sums(0, 0, 0, 0);

    /** Of a row that has them as columns. */
    static Sums of(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("charged"), row.getLong("reduced"), row.getLong("covered"), row.getLong("written_off"));
    }

    long due() {
        return charged - reduced;
    }

    long rest() {
        return due() - covered - writtenOff;
    }
}
