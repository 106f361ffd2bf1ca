package dk.debitorkonto.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Why a person has an answer sent again.
 *
 * @param comment mandatory
 */
@JsonDeserialize(using = Resend.Reader.class)
record Resend(@JsonProperty(required = true) String comment) {

    private static final int LONGEST = 1_000;

    static final class Reader extends StrictBody<Resend> {

        Reader() {
            super(Resend.class, Set.of("comment"));
        }

        @Override
        Resend read(Texts texts) {
            return new Resend(texts.mandatory("comment", LONGEST));
        }
    }
}
