package dk.debitorkonto.adapter.imports.jdbc;

import dk.debitorkonto.ledger.jdbc.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which rows were imported before, with a digest of their content. */
@Component
public class ImportedIds {

    private final JdbcTemplate jdbc;

    ImportedIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The digests of those of {@code ids} that are known. */
    public Map<String, String> digests(String kind, Collection<String> ids) {
        var digests = new HashMap<String, String>();
        jdbc.query(
                """
                select i.id, i.digest
                  from unnest(cast(? as varchar array)) wanted (id)
                  join imported i on i.kind = ? and i.id = wanted.id\
                """,
                row -> {
                    digests.put(row.getString(1), row.getString(2));
                },
                Values.texts(ids),
                kind);
        return digests;
    }

    public void add(String kind, UUID importId, Map<String, String> digests) {
        jdbc.batchUpdate(
                """
                insert into imported (kind, id, digest, import_id)
                values (?, ?, ?, ?)\
                """,
                digests.entrySet(),
                Math.max(1, digests.size()),
                (statement, each) -> new Values(statement)
                        .text(kind)
                        .text(each.getKey())
                        .text(each.getValue())
                        .uuid(importId));
    }

    public void replace(String kind, UUID importId, Map<String, String> digests) {
        jdbc.batchUpdate(
                """
                update imported
                   set digest = ?, import_id = ?
                 where kind = ?
                   and id = ?\
                """,
                digests.entrySet(),
                Math.max(1, digests.size()),
                (statement, each) -> new Values(statement)
                        .text(each.getValue())
                        .uuid(importId)
                        .text(kind)
                        .text(each.getKey()));
    }
}
