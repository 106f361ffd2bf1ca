package dk.debitorkonto.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The embedded database's file when the application has stopped. */
class EmbeddedPoolTest {

    private static final int OVERWRITTEN = 300;

    @Test
    void is_as_small_as_what_is_in_it_and_holds_it_all(@TempDir Path folder) throws Exception {
        var file = folder.resolve("books.mv.db");
        long open;
        try (var pool = pool(folder)) {
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table note (id int primary key, text varchar)");
            jdbc.update("insert into note values (1, '')");
            IntStream.rangeClosed(1, OVERWRITTEN)
                    .forEach(n -> jdbc.update("update note set text = ?", n + "x".repeat(10_000)));
            open = Files.size(file);
        }

        assertThat(Files.size(file)).isLessThan(open / 10);
        try (var pool = pool(folder)) {
            assertThat(new JdbcTemplate(pool).queryForObject("select text from note", String.class))
                    .isEqualTo(OVERWRITTEN + "x".repeat(10_000));
        }
    }

    @Test
    void is_not_made_by_a_pool_that_was_never_used(@TempDir Path folder) {
        pool(folder).close();

        assertThat(folder).isEmptyDirectory();
    }

    /** H2's own fault, which the pool is to mend: seen after half an hour, when the pool would renew the connection. */
    @Test
    void takes_rows_whoever_made_the_tables_and_left(@TempDir Path folder) {
        try (var pool = pool(folder)) {
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create table note (id int primary key, state varchar(4), check (state in ('NEW', 'OLD')))");
            pool.reopen();
            jdbc.update("insert into note values (1, 'NEW')");
            pool.getHikariPoolMXBean().softEvictConnections();

            jdbc.update("insert into note values (2, 'OLD')");
            assertThat(jdbc.queryForObject("select count(*) from note", Integer.class))
                    .isEqualTo(2);
        }
    }

    private static EmbeddedPool pool(Path folder) {
        var pool = new EmbeddedPool();
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("books") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        pool.setUsername("sa");
        pool.setPassword("");
        return pool;
    }
}
