package dk.debitorkonto.adapter.imports;

import java.util.List;

/** How the rows of one list become rows of the books. */
interface ListImport<R> {

    DocumentList<R> list();

    /** Checks and writes a portion of new rows, or refuses the document. */
    void write(List<Numbered<R>> rows, ImportRun run);

    /** What can be checked when the list is at its end. */
    default void end(ImportRun run) {}
}
