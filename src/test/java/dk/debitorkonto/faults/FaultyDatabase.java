package dk.debitorkonto.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL server of its own, whose processes can be frozen and killed. */
final class FaultyDatabase implements AutoCloseable {

    private final Path data;
    private final EmbeddedPostgres server;

    FaultyDatabase(Path data) throws IOException {
        this.data = data;
        // What the embedded server leaves out by itself: a commit that was answered outlives a crash.
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    int port() {
        return server.getPort();
    }

    /** Not by way of any wire that is cut. */
    DataSource direct() {
        return server.getPostgresDatabase();
    }

    /** Answers nobody for so long. */
    void freeze(Duration howLong) throws IOException, InterruptedException {
        var processes = Stream.concat(Stream.of(postmaster()), postmaster().descendants())
                .map(each -> Long.toString(each.pid()))
                .toList();
        signal("-STOP", processes);
        try {
            Thread.sleep(howLong);
        } finally {
            signal("-CONT", processes);
        }
    }

    /** SIGKILL to one of its processes; the server then drops all connections and recovers from its log. */
    void crash() throws IOException {
        postmaster().children().findAny().ifPresent(ProcessHandle::destroyForcibly);
    }

    /**
     * Ends the leases of nodes that are dead for sure. They run out by this server's clock, which nobody puts forward, and are
     * waited for only in the midst of the blows.
     */
    void endLeases() {
        new JdbcTemplate(direct()).update("update receiver set leased_until = now() where leased_until > now()");
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new IOException("no process " + pid));
    }

    private static void signal(String signal, List<String> processes) throws IOException, InterruptedException {
        var kill = new ProcessBuilder(Stream.concat(Stream.of("kill", signal), processes.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) throw new IOException("kill " + signal + " hangs");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
