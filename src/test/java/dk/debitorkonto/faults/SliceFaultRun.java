package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed of {@link SeedsFaultRun}, with few blows: what the profile runs first. */
class SliceFaultRun {

    @Test
    void a_run_with_faults_loses_nothing_and_does_nothing_twice(@TempDir Path folder) throws Exception {
        assertThat(Run.faults(1, 8, folder)).isEmpty();
    }
}
