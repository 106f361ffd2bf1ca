package planted.claim;

import java.sql.Connection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Knows the database where nobody looks for it. */
public record TalksSql(Connection connection, JdbcTemplate jdbc) {}
