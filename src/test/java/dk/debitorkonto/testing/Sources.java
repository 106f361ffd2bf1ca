package dk.debitorkonto.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Our own source files, parsed but not compiled: what class files no longer tell. */
public final class Sources {

    public static final Path MAIN = Path.of("src/main/java");
    public static final Path TEST = Path.of("src/test/java");

    /**
     * One file.
     *
     * @param names all that it declares: types, methods, fields, parameters, locals
     * @param literals its strings
     */
    public record Source(Path path, String text, List<Method> methods, List<String> names, List<String> literals) {

        /** How many lines the file has. */
        public int lines() {
            return (int) text.lines().count();
        }
    }

    /**
     * A method or a constructor.
     *
     * @param name with its class, as in {@code Decider.decide}
     * @param lines from its head to its last brace, Javadoc aside
     */
    public record Method(String name, int lines, int parameters, boolean isCanonical) {}

    private Sources() {}

    /** All Java files below {@code folder}. */
    public static List<Source> under(Path folder) {
        var texts = new LinkedHashMap<Path, String>();
        files(folder, ".java").forEach(path -> texts.put(path, text(path)));
        return parse(texts);
    }

    /** All files below {@code folder} whose name ends so, in order. */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that need not exist. */
    public static Source read(String name, String text) {
        return parse(Map.of(Path.of(name), text)).getFirst();
    }

    /** In one run of the compiler, as each costs more than the reading. */
    private static List<Source> parse(Map<Path, String> texts) {
        var paths = texts.keySet().stream().collect(Collectors.toMap(Path::toUri, Function.identity()));
        var files = texts.entrySet().stream()
                .map(file -> new Text(file.getKey(), file.getValue()))
                .toList();
        var task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, files);
        try {
            var sources = new ArrayList<Source>();
            for (var unit : task.parse()) {
                var scan = new Scan(unit, Trees.instance(task).getSourcePositions());
                scan.scan(unit, null);
                var path = Objects.requireNonNull(paths.get(unit.getSourceFile().toUri()));
                sources.add(new Source(
                        path, Objects.requireNonNull(texts.get(path)), scan.methods, scan.names, scan.literals));
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(Path path, String text) {
            super(path.toUri(), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Scan extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> literals = new ArrayList<>();
        private String type = "";

        Scan(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(com.sun.source.tree.ClassTree tree, Void nothing) {
            var outer = type;
            if (!tree.getSimpleName().isEmpty()) {
                names.add(tree.getSimpleName().toString());
                type = tree.getSimpleName().toString();
            }
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            var constructor = tree.getName().contentEquals("<init>");
            if (!constructor) names.add(tree.getName().toString());
            if (tree.getBody() != null)
                methods.add(new Method(
                        type + "." + (constructor ? type : tree.getName()),
                        (int) (line(positions.getEndPosition(unit, tree))
                                - line(positions.getStartPosition(unit, tree))
                                + 1),
                        tree.getParameters().size(),
                        constructor && isOfRecord()));
            return super.visitMethod(tree, nothing);
        }

        private boolean isOfRecord() {
            return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            names.add(tree.getName().toString());
            return super.visitVariable(tree, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            if (tree.getValue() instanceof String text) literals.add(text);
            return super.visitLiteral(tree, nothing);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
