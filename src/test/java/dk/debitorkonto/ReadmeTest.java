package dk.debitorkonto;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What README and CONTRIBUTING tell a reader to type or to open exists. */
class ReadmeTest {

    private static final List<String> PAGES = List.of("README.md", "CONTRIBUTING.md");
    private static final Set<String> PHASES = Set.of("validate", "compile", "test", "package", "verify");
    private static final Pattern COMMAND = Pattern.compile("\\bmvn ([^`\\n#|]*)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @Test
    void each_maven_command_names_a_phase_a_plugin_or_a_profile_of_the_pom() {
        var pom = Sources.text(Path.of("pom.xml"));
        var words = PAGES.stream().flatMap(ReadmeTest::words).distinct().toList();
        assertThat(words).contains("verify", "spring-boot:run");
        assertThat(words).allSatisfy(word -> {
            if (word.startsWith("-P")) assertThat(pom).contains("<id>" + word.substring(2) + "</id>");
            else if (word.contains(":"))
                assertThat(pom).contains(word.substring(0, word.indexOf(':')) + "-maven-plugin");
            else if (!word.startsWith("-")) assertThat(PHASES).contains(word);
        });
    }

    private static Stream<String> words(String page) {
        return COMMAND.matcher(Sources.text(Path.of(page)))
                .results()
                .flatMap(found -> Stream.of(found.group(1).trim().split("\\s+")));
    }

    @Test
    void the_build_server_runs_the_same_command() {
        assertThat(Path.of(".ci/run")).isExecutable();
        assertThat(Sources.text(Path.of(".ci/run"))).contains("mvn -B -ntp verify");
    }

    @Test
    void each_dependency_has_its_line() {
        var pom = Sources.text(Path.of("pom.xml"));
        var ours = pom.substring(pom.lastIndexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        var declared = Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)<")
                .matcher(ours)
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .toList();
        assertThat(declared).contains("`h2`");
        assertThat(Sources.text(Path.of("docs/dependencies.md"))).contains(declared);
    }

    @Test
    void each_link_to_a_file_leads_somewhere() {
        var pages = Stream.concat(PAGES.stream().map(Path::of), Sources.files(Path.of("docs"), ".md").stream());
        assertThat(pages)
                .allSatisfy(page -> LINK.matcher(Sources.text(page)).results().forEach(link -> {
                    var folder = page.getParent() == null ? Path.of("") : page.getParent();
                    assertThat(Files.exists(folder.resolve(link.group(1)).normalize()))
                            .as("%s: %s", page, link.group(1))
                            .isTrue();
                }));
    }
}
