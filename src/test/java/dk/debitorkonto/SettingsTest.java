package dk.debitorkonto;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.testing.Sources;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Each setting of ours stands in docs/operating.md, and nothing else does. */
class SettingsTest {

    /** A setting that is asked for by name, not bound to a record. */
    private static final Pattern ASKED = Pattern.compile("\\$\\{(debitorkonto\\.[a-z0-9.-]+)");

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(debitorkonto\\.[a-z0-9.-]+)` \\|");

    @Test
    void each_setting_is_documented_and_each_documented_setting_is_there() throws Exception {
        assertThat(documented()).isEqualTo(bound());
    }

    @Test
    void what_the_application_gives_itself_is_a_setting() throws Exception {
        assertThat(given()).isNotEmpty().isSubsetOf(bound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ftp://x",
                "https://",
                "https://x/path",
                "https://x?y",
                "https://x\"y",
                "https://x:port",
                "https://anna@x"
            })
    void a_public_address_that_is_none_stops_the_start(String address) {
        started(address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("must be a scheme, a host and perhaps a port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://debitor.example.dk", "http://127.0.0.1:8080/", "https://[::1]:8443"})
    void takes_a_public_address(String address) {
        started(address)
                .run(context -> assertThat(context.getBean(Settings.class).publicAddress())
                        .isEqualTo(address));
    }

    private static ApplicationContextRunner started(String address) {
        return new ApplicationContextRunner()
                .withUserConfiguration(OnlySettings.class)
                .withPropertyValues(
                        "debitorkonto.database.url=jdbc:h2:mem:none", "debitorkonto.public-address=" + address);
    }

    @EnableConfigurationProperties(Settings.class)
    static class OnlySettings {}

    private static Set<String> documented() {
        return DOCUMENTED
                .matcher(Sources.text(Path.of("docs/operating.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> bound() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var names = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("dk.debitorkonto")) {
            var type = Class.forName(found.getBeanClassName());
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            names(prefix, type).forEach(names::add);
        }
        Sources.under(Sources.MAIN).stream()
                .flatMap(source -> source.literals().stream())
                .flatMap(literal -> ASKED.matcher(literal).results())
                .forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? names(prefix + "." + kebab(component), component.getType())
                        : Stream.of(prefix + "." + kebab(component)));
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<String> given() throws IOException {
        return new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml")).stream()
                        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                        .filter(name -> name.startsWith("debitorkonto."))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
