package dk.debitorkonto.adapter.rest;

import org.jspecify.annotations.Nullable;

/** How long a page is. */
final class Paging {

    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private Paging() {}

    /** The limit asked for, or the usual one. */
    static int limit(@Nullable Integer asked) {
        if (asked == null) return USUAL;
        if (asked < 1 || asked > MOST) throw Problems.badRequest("limit must be between 1 and " + MOST);
        return asked;
    }
}
