package dk.debitorkonto.handling;

import java.util.UUID;

/** TILBAGEFOER_HANDLING: its changes are those of an earlier handling, swapped; the desk brings them. */
public non-sealed interface UndoHandling<W> extends HandlingType<W> {

    /** The earlier request that is to be undone. */
    UUID original(W wish);
}
