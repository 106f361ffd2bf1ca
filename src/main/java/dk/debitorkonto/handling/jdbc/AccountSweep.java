package dk.debitorkonto.handling.jdbc;

import dk.debitorkonto.handling.ClaimCase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All claims of a large account, read through PostgreSQL's cursors: each table once, in the order of the claims, instead of by an
 * index for each claim. What is changed meanwhile isn't seen.
 */
final class AccountSweep {

    /** The plan is made for this account, which is not like the others; and sorting it is worth some memory. */
    private static final String BEGIN = "set local plan_cache_mode = force_custom_plan; set local work_mem = '32MB'";

    private static final String END = "set local plan_cache_mode = force_generic_plan; set local work_mem to default";

    private record PartOf(UUID claim, ClaimParts.Part part) {}

    /** The parts of one kind, as far as they have been taken. */
    private static final class Kind {
        private final Iterator<PartOf> rows;
        private @Nullable PartOf next;

        Kind(Iterator<PartOf> rows) {
            this.rows = rows;
            step();
        }

        private void step() {
            next = rows.hasNext() ? rows.next() : null;
        }

        void into(ClaimParts parts, UUID claim) {
            for (; next != null && next.claim().equals(claim); step())
                next.part().into(parts);
        }

        boolean isSpent() {
            return next == null;
        }
    }

    private final JdbcTemplate jdbc;
    private final int page;

    AccountSweep(JdbcTemplate jdbc, int page) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(page);
        this.page = page;
    }

    /** Pages of claims, each read when it is asked for; to be closed. */
    Stream<List<ClaimCase>> pages(String authority, UUID account) {
        jdbc.execute(BEGIN);
        var open = new ArrayList<Stream<?>>();
        var heads = keep(
                open, jdbc.queryForStream(ClaimRows.OF_ACCOUNT, (row, n) -> ClaimRows.head(row), authority, account));
        var kinds = ClaimParts.OF_ACCOUNT.stream()
                .map(sql -> new Kind(keep(
                        open,
                        jdbc.queryForStream(
                                sql,
                                (row, n) -> new PartOf(Rows.uuid(row, "claim"), ClaimParts.read(row)),
                                authority,
                                account))))
                .toList();
        jdbc.execute(END);
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(pages(heads, kinds), Spliterator.ORDERED), false)
                .onClose(() -> open.forEach(Stream::close));
    }

    private static <T> Iterator<T> keep(List<Stream<?>> open, Stream<T> stream) {
        open.add(stream);
        return stream.iterator();
    }

    private Iterator<List<ClaimCase>> pages(Iterator<ClaimRows.Head> heads, List<Kind> kinds) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (heads.hasNext()) return true;
                if (!kinds.stream().allMatch(Kind::isSpent))
                    throw new IllegalStateException("a claim's parts come in another order than the claims");
                return false;
            }

            @Override
            public List<ClaimCase> next() {
                var claims = new ArrayList<ClaimCase>(page);
                while (claims.size() < page && heads.hasNext()) {
                    var head = heads.next();
                    var parts = new ClaimParts();
                    kinds.forEach(kind -> kind.into(parts, head.claim().id()));
                    claims.add(head.with(parts));
                }
                return claims;
            }
        };
    }
}
