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

    /** Connections stay: there is no network that could lose them. */
    public EmbeddedPool() {
        setMaxLifetime(0);
    }

    /**
     * Has the database's file opened anew, to be called when its tables have been made or changed: H2 ties a check such as
     * {@code state in ('OPEN', 'CLOSED')} to the connection that made it, and without that one refuses each row that is written.
     */
    public void reopen() {
        if (!isInFile()) return;
        try {
            shut("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be opened anew", e);
        }
        getHikariPoolMXBean().softEvictConnections();
    }

    private boolean isInFile() {
        return getJdbcUrl().startsWith(FILE);
    }

    @Override
    public void close() {
        var wasOpen = isRunning() && isInFile();
        super.close();
        if (wasOpen) compact();
    }

    private void compact() {
        try {
            shut("shutdown compact");
        } catch (SQLException e) {
            LOG.warn("the database's file isn't made smaller; nothing in it is lost", e);
        }
    }

    /** By a connection of its own, as all that are open are of no use after it. */
    private void shut(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
                var shutting = connection.createStatement()) {
            shutting.execute(statement);
        }
    }
}
