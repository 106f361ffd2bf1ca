package dk.debitorkonto.adapter.imports;

import java.util.function.Function;

/**
 * One of the document's lists, and how its rows are read.
 *
 * @param name in the document
 * @param kind under which its rows' ids are kept
 * @param replaceable whether other content under the same id replaces what was there
 * @param id what names a row
 */
record DocumentList<R>(
        String name, String kind, boolean replaceable, Function<Row, R> reading, Function<R, String> id) {

    /** Reads a row whole; a field that isn't one of its is refused. */
    Numbered<R> read(Row row) {
        var read = reading.apply(row);
        row.end();
        return new Numbered<>(row.pointer(), read);
    }
}
