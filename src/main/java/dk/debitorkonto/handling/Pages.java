package dk.debitorkonto.handling;

import dk.debitorkonto.handling.jdbc.Books;
import dk.debitorkonto.handling.jdbc.RequestRows;
import dk.debitorkonto.handling.jdbc.Writes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.SavepointManager;

/**
 * Where the pages of a plan go before its end is known: into the database, behind a savepoint, so that memory stays flat and a
 * refusal on the last page takes all back; or nowhere, for a dry run.
 *
 * <p>A page is sent while the next is being decided, so the transaction isn't to be left before it is settled.
 */
final class Pages {

    /** What becomes of a plan that succeeds. */
    enum Use {
        BOOK,
        SHOW,
        FORGET
    }

    private final UUID request;
    private final SavepointManager transaction;
    private final Books books;
    private final RequestRows requests;
    private final Beside sending = new Beside();
    private @Nullable Object savepoint;

    Pages(UUID request, SavepointManager transaction, Books books, RequestRows requests) {
        this.request = request;
        this.transaction = transaction;
        this.books = books;
        this.requests = requests;
    }

    /** Takes a full page over from the plan; more follow. */
    void turn(Plan plan, Use use) {
        if (use != Use.FORGET && savepoint == null) savepoint = transaction.createSavepoint();
        var writes = requests.begin();
        last(plan, use, writes);
        sending.begin(writes.sending());
    }

    /** Takes over what is left. */
    void last(Plan plan, Use use) {
        var writes = requests.begin();
        last(plan, use, writes);
        writes.send();
    }

    /** Takes over what is left, to be written with what else is. */
    void last(Plan plan, Use use, Writes writes) {
        switch (use) {
            case BOOK -> plan.write(writes, request, books, requests);
            case SHOW -> plan.writeEffects(writes, request, requests);
            case FORGET -> plan.forget();
        }
    }

    /** Takes back all pages; tells whether there were any. */
    boolean undo() {
        settle();
        if (savepoint == null) return false;
        transaction.rollbackToSavepoint(savepoint);
        return true;
    }

    /** Waits until all full pages are written, and throws what kept one from it. */
    void settle() {
        settle(null);
    }

    /** As {@link #settle()}; what the caller failed with may have come of what a page failed with, so that is told first. */
    void settle(@Nullable RuntimeException failure) {
        try {
            sending.await();
        } catch (RuntimeException first) {
            if (failure != null) first.addSuppressed(failure);
            throw first;
        }
    }
}
