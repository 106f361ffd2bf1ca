package dk.debitorkonto.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pool of connections to the embedded database, whose file keeps what was overwritten as long as it is open: H2 tidies up
 * only between delayed writes, and here each commit is written at once. When the pool is closed, the file is made as small as what is in it.
 */
public final class EmbeddedPool extends HikariDataSource {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPool.class);
    private static final String FILE = "jdbc:h2:file:";

    @Override
    public void close() {
        var wasOpen = isRunning() && getJdbcUrl().startsWith(FILE);
        super.close();
        if (wasOpen) compact();
    }

    private void compact() {
        try (var connection = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } catch (SQLException e) {
            LOG.warn("the database's file isn't made smaller; nothing in it is lost", e);
        }
    }
}
