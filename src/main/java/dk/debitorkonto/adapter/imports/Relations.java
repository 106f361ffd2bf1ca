package dk.debitorkonto.adapter.imports;

import dk.debitorkonto.adapter.imports.jdbc.KnownRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Checks which claims relate to which: to one that is known, of the same authority, and never in a ring. */
final class Relations {

    private static final int PORTION = 1_000;

    private final KnownRows known;

    Relations(KnownRows known) {
        this.known = known;
    }

    /** A claim that was there before relates to none that is new, so a ring can only be among the new ones. */
    void check(ImportRun run) {
        var all = new ArrayList<>(run.relations.values());
        for (var from = 0; from < all.size(); from += PORTION)
            checkMainClaims(all.subList(from, Math.min(all.size(), from + PORTION)), run);
        var sound = new HashSet<UUID>();
        for (var claim : run.relations.keySet()) checkRing(claim, sound, run);
    }

    private void checkMainClaims(List<ImportRun.Relation> relations, ImportRun run) {
        var mainClaims = known.claims(
                relations.stream().map(ImportRun.Relation::mainClaim).toList(), run.locked);
        for (var relation : relations) {
            var mainClaim = mainClaims.get(relation.mainClaim());
            if (mainClaim == null) throw refuse(relation, "unknown claim");
            if (!mainClaim.authority().equals(relation.authority()))
                throw refuse(relation, "a claim of another authority");
        }
    }

    private static void checkRing(UUID claim, Set<UUID> sound, ImportRun run) {
        var path = new HashSet<UUID>();
        var at = claim;
        for (var relation = run.relations.get(at); relation != null; relation = run.relations.get(at)) {
            if (sound.contains(at)) break;
            if (!path.add(at)) throw refuse(relation, "relations go in a ring");
            at = relation.mainClaim();
        }
        sound.addAll(path);
    }

    private static ImportRefused refuse(ImportRun.Relation relation, String detail) {
        return ImportRefused.at(relation.pointer() + "/relatesTo", detail);
    }
}
