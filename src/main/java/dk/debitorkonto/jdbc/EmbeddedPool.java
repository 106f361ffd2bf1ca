package dk.debitorkonto.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections to the embedded database, whose file keeps what was overwritten as long as it is open: at a commit only what
 * is new is written, and nothing is moved. When the pool is closed, the file is made as small as what is in it.
 */
public final class EmbeddedPool extends HikariDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPool.class);

    @Override
    public void close() {
        if (!isClosed() && isRunning()) compact();
        super.close();
    }

    private void compact() {
        try (var connection = getConnection();
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            LOG.warn("the database's file isn't made smaller; nothing in it is lost", e);
        }
    }
}
