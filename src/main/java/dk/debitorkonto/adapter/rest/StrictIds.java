package dk.debitorkonto.adapter.rest;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads ids as they are written, and nothing that Java would guess to be one.
 *
 * <p>An editor and no converter: where a converter refuses, Spring asks its own lenient editor.
 */
@ControllerAdvice(basePackageClasses = StrictIds.class)
final class StrictIds {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @InitBinder
    void readIds(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                if (!UUID_TEXT.matcher(text).matches()) throw new IllegalArgumentException("not a UUID");
                setValue(UUID.fromString(text));
            }
        });
    }
}
