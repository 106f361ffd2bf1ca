package dk.debitorkonto.adapter.demo.jdbc;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo must know of the books. */
@Component
public class DemoRows {

    private final JdbcClient jdbc;

    DemoRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether nothing was ever imported: without an authority there is nothing else either. */
    public boolean isEmpty() {
        return count("select count(*) from authority") == 0;
    }

    public boolean hasClaim(UUID claim) {
        return count("select count(*) from claim where id = ?", claim) == 1;
    }

    private int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
