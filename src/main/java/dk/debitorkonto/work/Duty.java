package dk.debitorkonto.work;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * A kind of work that waits: what is done with a row when its time has come.
 *
 * <p>It is done at least once, by one node at a time as a rule; so the deed looks first, under its own lock, whether there is
 * anything left to do. A bean of this type is all that it takes; {@link Agenda} says when.
 *
 * @param name names it in the database, for good
 * @param deed is given the row's id; throws where it has to be tried again
 */
public record Duty(String name, Consumer<UUID> deed) {

    public Duty {
        if (name.isBlank()) throw new IllegalArgumentException("a duty has a name");
    }
}
