package dk.debitorkonto.inquiry;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param next where the list goes on; absent at its end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** At most {@code limit} of {@code found}, of which one more was asked for than is shown. */
    static <T> Page<T> of(List<T> found, int limit, Function<T, Cursor> cursor) {
        if (found.size() <= limit) return new Page<>(found, null);
        var items = found.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.getLast()).text());
    }
}
