package dk.debitorkonto.handling;

import dk.debitorkonto.claim.Liability;
import dk.debitorkonto.claim.Notice;
import dk.debitorkonto.claim.Respite;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the values of facts are written in {@link Change.Turns}, and read again. */
public final class Facts {

    private static final String STILL = "-";

    private Facts() {}

    public static String text(Respite respite) {
        return respite.from() + " " + respite.to();
    }

    public static String text(Liability liability) {
        return liability.from() + " " + (liability.to() == null ? STILL : liability.to()) + " " + liability.party();
    }

    public static String text(Notice notice) {
        return notice.kind() + " " + notice.sent();
    }

    public static @Nullable Respite respite(UUID id, @Nullable String text) {
        if (text == null) return null;
        var parts = text.split(" ", 2);
        return new Respite(id, LocalDate.parse(parts[0]), LocalDate.parse(parts[1]));
    }

    public static @Nullable Liability liability(UUID id, @Nullable String text) {
        if (text == null) return null;
        var parts = text.split(" ", 3);
        var to = parts[1].equals(STILL) ? null : LocalDate.parse(parts[1]);
        return new Liability(id, parts[2], LocalDate.parse(parts[0]), to);
    }

    public static @Nullable Notice notice(UUID id, @Nullable String text) {
        if (text == null) return null;
        var parts = text.split(" ", 2);
        return new Notice(id, Notice.Kind.valueOf(parts[0]), LocalDate.parse(parts[1]));
    }
}
