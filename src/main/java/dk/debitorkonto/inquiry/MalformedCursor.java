package dk.debitorkonto.inquiry;

/** That a caller brought a cursor that none of our pages gave. */
public final class MalformedCursor extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    MalformedCursor() {
        super("the cursor isn't one that a page gave");
    }
}
