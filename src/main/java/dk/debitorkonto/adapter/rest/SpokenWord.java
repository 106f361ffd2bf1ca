package dk.debitorkonto.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a person says of a request. It is read strictly; what isn't right is a problem with a pointer.
 *
 * @param comment why; mandatory
 * @param fingerprint which plan the person saw; absent: the plan as it stands
 */
@JsonDeserialize(using = SpokenWord.Reader.class)
record SpokenWord(
        @JsonProperty(required = true) String comment,
        @Nullable String fingerprint) {

    private static final int LONGEST = 500;

    static final class Reader extends StrictBody<SpokenWord> {

        Reader() {
            super(SpokenWord.class, Set.of("comment", "fingerprint"));
        }

        @Override
        SpokenWord read(Texts texts) {
            return new SpokenWord(texts.mandatory("comment", LONGEST), texts.optional("fingerprint", LONGEST));
        }
    }
}
