package dk.debitorkonto.handling;

import java.time.LocalDate;
import java.util.List;

/**
 * What one type of the catalogue does: a pure function, found by the desk by its code.
 *
 * @param <W> the record that its parameters become; {@link NoWish} where it takes none
 */
public sealed interface HandlingType<W> permits ClaimHandling, WholeHandling, UndoHandling {

    /** The catalogue's code. */
    String code();

    Class<W> wishType();

    /** What is wrong with the parameters in themselves, or beside the rest of the request. */
    default List<Refusal> check(W wish, HandlingRequest request, LocalDate effectDate) {
        return List.of();
    }

    /** Whether it works on a closed account. */
    default boolean takesClosedAccount() {
        return false;
    }

    /** What is told of a success; most leave it to the catalogue. */
    default Success success(W wish, HandlingDefinition definition) {
        return definition.success();
    }
}
