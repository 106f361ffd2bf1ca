package dk.debitorkonto.adapter.imports;

/** That a document was refused: what is wrong, and where as a JSON pointer (RFC 6901). Nothing of it was kept. */
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String pointer;
    private final boolean conflict;

    private ImportRefused(String pointer, String detail, boolean conflict) {
        super(detail);
        this.pointer = pointer;
        this.conflict = conflict;
    }

    /** The document is wrong in itself, or beside what is known. */
    static ImportRefused at(String pointer, String detail) {
        return new ImportRefused(pointer, detail, false);
    }

    /** The row's id was imported before with other content. */
    static ImportRefused conflict(String pointer, String detail) {
        return new ImportRefused(pointer, detail, true);
    }

    public String pointer() {
        return pointer;
    }

    public boolean isConflict() {
        return conflict;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
