import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or writes the format of all Java files under the given folders: {@code check src} or {@code write src}.
 * The build runs it with palantir-java-format on the class path.
 */
class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String[] args) {
        boolean write = args[0].equals("write");
        List<Path> wrong = Arrays.stream(args)
                .skip(1)
                .flatMap(Format::javaFiles)
                .parallel()
                .filter(file -> differs(file, write))
                .sorted()
                .toList();
        wrong.forEach(file -> System.err.println((write ? "Formatted " : "Not formatted: ") + file));
        if (!write && !wrong.isEmpty()) {
            System.err.println("To format: mvn -Pformat validate");
            System.exit(1);
        }
    }

    private static Stream<Path> javaFiles(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean differs(Path file, boolean write) {
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (write && !formatted.equals(source)) {
                Files.writeString(file, formatted);
            }
            return !formatted.equals(source);
        } catch (FormatterException e) {
            System.err.println("Not parsed: " + file + ": " + e.getMessage());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
