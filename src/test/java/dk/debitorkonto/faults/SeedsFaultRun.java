package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs with real processes, one for each seed: {@code mvn -Pfaults verify -Dseeds=5}, or {@code -Dseed=17,23} for some of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsFaultRun {

    private static final Logger LOG = LoggerFactory.getLogger(SeedsFaultRun.class);
    private static final int BLOWS = 5;
    /** The proof reads all that was ever booked. */
    private static final int SEEDS_ON_A_CLUSTER = 20;

    private @Nullable Cluster cluster;
    private int clusters;
    private int seedsOnIt;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void a_run_with_faults_loses_nothing_and_does_nothing_twice(long seed) throws Exception {
        var faults = Run.faults(seed, BLOWS, cluster());
        LOG.info("seed {}: {}", seed, faults.isEmpty() ? "passed" : faults);
        // What follows isn't to be judged by what this one left.
        if (!faults.isEmpty()) close();
        assertThat(faults).isEmpty();
    }

    private Cluster cluster() throws IOException, InterruptedException {
        if (seedsOnIt++ == SEEDS_ON_A_CLUSTER) close();
        var current = cluster;
        if (current == null) {
            var name = ProcessHandle.current().pid() + "-" + ++clusters;
            current = new Cluster(Path.of("target", "faults", name).toAbsolutePath());
            seedsOnIt = 1;
        }
        cluster = current;
        return current;
    }

    @AfterAll
    void close() throws IOException {
        if (cluster != null) cluster.close();
        cluster = null;
    }

    static LongStream a_run_with_faults_loses_nothing_and_does_nothing_twice() {
        var some = System.getProperty("seed");
        if (some != null) return Arrays.stream(some.split(",")).mapToLong(Long::parseLong);
        var from = Long.getLong("from", 1);
        return LongStream.range(from, from + Long.getLong("seeds", 5));
    }
}
