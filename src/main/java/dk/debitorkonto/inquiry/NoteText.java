package dk.debitorkonto.inquiry;

import dk.debitorkonto.handling.Note;
import org.jspecify.annotations.Nullable;

/** Why a request waits again, as a person reads it. */
final class NoteText {

    private NoteText() {}

    static @Nullable String of(@Nullable String note) {
        if (note == null) return null;
        return switch (Note.valueOf(note)) {
            case PLAN_CHANGED ->
                "Planen er ændret, siden den blev vist eller godkendt. Tidligere godkendelser er bortfaldet,"
                        + " og den nye plan venter på godkendelse.";
        };
    }
}
