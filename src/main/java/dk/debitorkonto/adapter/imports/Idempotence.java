package dk.debitorkonto.adapter.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.debitorkonto.adapter.imports.jdbc.ImportedIds;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Leaves out the rows whose content was imported before, under the same id. */
@Component
final class Idempotence {

    private static final Logger LOG = LoggerFactory.getLogger(Idempotence.class);

    /** What is absent isn't written, so that a field added later leaves old digests as they are. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final ImportedIds imported;

    Idempotence(ImportedIds imported) {
        this.imported = imported;
    }

    /**
     * The rows that are new, and of a replaceable kind those whose content is.
     *
     * @throws ImportRefused naming the first row whose id stands for other content
     */
    <R> List<Numbered<R>> fresh(DocumentList<R> list, List<Numbered<R>> rows, ImportRun run) {
        var ids = rows.stream().map(row -> list.id().apply(row.row())).toList();
        var known = imported.digests(list.kind(), ids);
        var digests = new HashMap<>(known);
        var added = new LinkedHashMap<String, String>();
        var replaced = new LinkedHashMap<String, String>();
        var fresh = new ArrayList<Numbered<R>>();
        for (var at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            var digest = digest(row.row());
            var before = digests.put(ids.get(at), digest);
            if (digest.equals(before)) continue;
            if (before != null && !list.replaceable())
                throw ImportRefused.conflict(row.pointer(), "its id was imported before with other content");
            (known.containsKey(ids.get(at)) ? replaced : added).put(ids.get(at), digest);
            fresh.add(row);
        }
        keep(list, added, replaced, run);
        run.unchanged += rows.size() - fresh.size();
        return fresh;
    }

    private void keep(DocumentList<?> list, Map<String, String> added, Map<String, String> replaced, ImportRun run) {
        if (!added.isEmpty()) imported.add(list.kind(), run.id, added);
        if (!replaced.isEmpty()) imported.replace(list.kind(), run.id, replaced);
        for (var id : replaced.keySet()) LOG.info("Import {} replaces {} {}", run.id, list.kind(), id);
        run.added += added.size();
        run.replaced += replaced.size();
    }

    private static String digest(Object row) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(CANONICAL.writeValueAsBytes(row)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
