package dk.debitorkonto.adapter.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A code of the contract with its page ({@code codes/<code>.yaml}).
 *
 * @param channel where it is told: FAULT, HEADER, REASON
 * @param uuid its ÅrsagIdentifikation, where it is a reason
 * @param change what a caller can do
 * @param failing an example that gets it
 * @param passing the same, mended
 */
public record CodePage(
        String code,
        String channel,
        String kind,
        @Nullable UUID uuid,
        String title,
        String meaning,
        String change,
        String failing,
        String passing) {

    /** All pages by code. */
    public static Map<String, CodePage> all() {
        var yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var pages = new TreeMap<String, CodePage>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:codes/*.yaml")) {
                try (var content = file.getInputStream()) {
                    var page = yaml.readValue(content, CodePage.class);
                    pages.put(page.code(), page);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the codes can't be read", e);
        }
        return pages;
    }
}
