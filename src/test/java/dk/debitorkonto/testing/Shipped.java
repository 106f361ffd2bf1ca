package dk.debitorkonto.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The application as it is shipped: in one jar, beside those that it needs, and without the tests' classes. */
public final class Shipped {

    private static final long START_TAKES_AT_MOST_MINUTES = 3;
    private static final String CLASS_PATH = classPath();

    private Shipped() {}

    static List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, "dk.debitorkonto.Debitorkonto"));
        return command;
    }

    /**
     * Writes what the JVM learns from one start, by which later ones of the same options are faster.
     *
     * @param settings those of a node; its database is migrated, and left otherwise empty
     * @return options by which it is used
     */
    public static List<String> rehearsed(Path folder, List<String> options, Map<String, String> settings)
            throws IOException, InterruptedException {
        var cache = folder.resolve("start.aot");
        var more = new ArrayList<>(options);
        more.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"));
        var builder = new ProcessBuilder(command(more));
        builder.environment().putAll(settings);
        var log = folder.resolve("rehearsal.log");
        var start =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!start.waitFor(START_TAKES_AT_MOST_MINUTES, TimeUnit.MINUTES) || !Files.exists(cache)) {
            start.destroyForcibly();
            throw new IOException("no start to learn from: see " + log);
        }
        var result = new ArrayList<>(options);
        result.add("-XX:AOTCache=" + cache);
        return result;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .map(part -> part.endsWith(".jar") ? part : jar(part))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A JVM that is to remember its start takes no folders. */
    private static String jar(String classes) {
        try {
            var folder = Files.createTempDirectory("shipped");
            var jar = folder.resolve("debitorkonto.jar");
            var tool = ToolProvider.findFirst("jar").orElseThrow();
            if (tool.run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes, ".") != 0)
                throw new IllegalStateException("no jar of " + classes);
            folder.toFile().deleteOnExit();
            jar.toFile().deleteOnExit();
            return jar.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
