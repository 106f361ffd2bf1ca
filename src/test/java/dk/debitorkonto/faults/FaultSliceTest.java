package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few seeds of {@link SeedsFaultRun}, in each build. */
class FaultSliceTest {

    /** About three minutes of them. */
    private static final int SEEDS = 5;

    @Test
    void a_run_with_faults_loses_nothing_and_does_nothing_twice(@TempDir Path folder) throws Exception {
        try (var cluster = new Cluster(folder)) {
            for (var seed = 1; seed <= SEEDS; seed++)
                assertThat(Run.faults(seed, 5, cluster)).as("seed " + seed).isEmpty();
        }
    }
}
