package dk.debitorkonto.adapter.imports.jdbc;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the database is told about work on many rows. */
@Component
public class MassDatabase {

    /** An empty table that was looked at is taken to stay empty, and read from end to end when it isn't any more; another is not. */
    private static final String WITH_ROWS = """
        select string_agg(quote_ident(relname), ', ')
          from pg_class
         where relnamespace = cast(current_schema() as regnamespace) and relkind = 'r' and pg_relation_size(oid) > 0
        """;

    private final JdbcTemplate jdbc;
    private @Nullable Boolean postgresql;

    MassDatabase(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan made while a table was empty is ruinous once it isn't, so plans are made anew in this transaction. */
    public void expectGrowth() {
        if (isPostgresql()) jdbc.execute("set local plan_cache_mode = force_custom_plan");
    }

    /** Has the database look at its tables again, as they have grown. */
    public void analyze() {
        if (!isPostgresql()) jdbc.execute("analyze");
        else jdbc.execute("analyze " + jdbc.queryForObject(WITH_ROWS, String.class));
    }

    private boolean isPostgresql() {
        var known = postgresql;
        if (known == null) {
            known = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) MassDatabase::isPostgresql));
            postgresql = known;
        }
        return known;
    }

    private static boolean isPostgresql(Connection connection) throws java.sql.SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
}
