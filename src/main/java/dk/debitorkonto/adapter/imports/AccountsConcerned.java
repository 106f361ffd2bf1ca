package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Locks at once, in the order in which the desk locks, all accounts that were there before and that a document is about.
 *
 * <p>Locked portion by portion instead, the import and a handling on two accounts could wait for each other, and the import, which
 * has more to lose, would be the one that begins again.
 */
@Component
final class AccountsConcerned {

    private static final int PORTION = 10_000;
    /** The lists that name accounts or claims; what is wrong with their rows is told when they are read. */
    private static final List<String> LISTS =
            List.of("claims", "liabilities", "respites", "notices", "charges", "reductions", "writeOffs", "payments");

    private final KnownRows known;

    AccountsConcerned(KnownRows known) {
        this.known = known;
    }

    void lock(ImportDocument document, ImportRun run) {
        var accounts = new HashSet<UUID>();
        for (var list : LISTS)
            document.forEach(list, PORTION, rows -> {
                var claims = new HashSet<UUID>();
                for (var row : rows) {
                    add(row.peek("account"), accounts);
                    add(row.peek("claim"), claims);
                    add(row.peek("relatesTo"), claims);
                    row.peekAll("coverages", "claim").forEach(claims::add);
                }
                accounts.addAll(known.accountsOf(claims));
            });
        known.lockThoseThere(accounts, run.locked);
    }

    private static void add(@Nullable UUID id, Set<UUID> ids) {
        if (id != null) ids.add(id);
    }
}
