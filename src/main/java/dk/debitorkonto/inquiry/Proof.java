package dk.debitorkonto.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the books hold.
 *
 * @param unsealed entries that the sealer hasn't reached yet; not a fault by itself
 */
public record Proof(boolean holds, List<Invariant> invariants, long unsealed) {

    /**
     * One thing that must be true.
     *
     * @param checked how many rows were looked at
     * @param firstOffender the first row that breaks it
     */
    public record Invariant(
            String name,
            boolean holds,
            long checked,
            @Nullable String firstOffender) {}
}
