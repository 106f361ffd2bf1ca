package dk.debitorkonto.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs with real processes, one for each seed: {@code mvn -Pfaults verify -Dseeds=5}, or {@code -Dseed=17} for one of them. */
class SeedsFaultRun {

    private static final int BLOWS = 16;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void a_run_with_faults_loses_nothing_and_does_nothing_twice(long seed) throws Exception {
        var folder = Path.of(
                "target",
                "faults",
                "seed-" + seed + "-" + ProcessHandle.current().pid());
        assertThat(Run.faults(seed, BLOWS, folder.toAbsolutePath())).isEmpty();
    }

    static LongStream a_run_with_faults_loses_nothing_and_does_nothing_twice() {
        var one = Long.getLong("seed");
        return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, Long.getLong("seeds", 5));
    }
}
