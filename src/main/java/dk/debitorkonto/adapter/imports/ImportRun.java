package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.ledger.Cause;
import dk.debitorkonto.ledger.Entry;
import dk.debitorkonto.ledger.EntryHead;
import dk.debitorkonto.ledger.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One import under way: who and when, what it has locked, and what must be looked at in the end. */
final class ImportRun {

    final UUID id;
    final LocalDate today;
    /** The accounts that it has locked or made. */
    final Set<UUID> locked = new HashSet<>();
    /** Annulled claims that it touched, with the row that did. */
    final Map<UUID, String> annulled = new HashMap<>();
    /** Closed accounts that it touched, with the row that did. */
    final Map<UUID, String> closed = new HashMap<>();
    /** Claims of this import that relate to another. */
    final Map<UUID, Relation> relations = new HashMap<>();

    long rows;
    long added;
    long replaced;
    long unchanged;

    private final Instant bookedAt;
    private final String actor;
    private final Supplier<UUID> ids;

    /** That a claim relates to a main claim, as the row at {@code pointer} says. */
    record Relation(String authority, UUID mainClaim, String pointer) {}

    ImportRun(Instant bookedAt, LocalDate today, String actor, Supplier<UUID> ids) {
        this.id = ids.get();
        this.bookedAt = bookedAt;
        this.today = today;
        this.actor = actor;
        this.ids = ids;
    }

    /** An entry caused by a row of this import. */
    Entry entry(
            String authority, String pointer, LocalDate valueDate, @Nullable String comment, List<Posting> postings) {
        var cause = new Cause(Cause.Kind.IMPORT, id, pointer);
        return new Entry(new EntryHead(authority, ids.get(), bookedAt, valueDate, cause, comment, actor), postings);
    }
}
