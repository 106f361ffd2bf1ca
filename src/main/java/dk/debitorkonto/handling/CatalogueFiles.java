package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the catalogue's files; a word in them that isn't known stops the start. */
@Configuration
@EnableConfigurationProperties(DeskSettings.class)
public class CatalogueFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Bean
    Catalogue catalogue(List<HandlingType<?>> types) {
        return new Catalogue(definitions(), types);
    }

    @Bean
    Map<String, ClaimType> claimTypes() {
        return readClaimTypes();
    }

    @Bean
    List<HandlingReason> handlingReasons() {
        return reasons();
    }

    public static List<HandlingDefinition> definitions() {
        return read("handlings", HandlingDefinition.class).toList();
    }

    public static Map<String, ClaimType> readClaimTypes() {
        return read("claim-types", ClaimType.class)
                .collect(Collectors.toUnmodifiableMap(ClaimType::code, Function.identity()));
    }

    public static List<HandlingReason> reasons() {
        return read("reasons", HandlingReason.class).toList();
    }

    private static <T> Stream<T> read(String folder, Class<T> type) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:" + folder + "/*.yaml");
            return Stream.of(files).map(file -> {
                try (var content = file.getInputStream()) {
                    return YAML.readValue(content, type);
                } catch (IOException e) {
                    throw new UncheckedIOException(file.getFilename() + " can't be read", e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue's folder " + folder + " can't be read", e);
        }
    }
}
