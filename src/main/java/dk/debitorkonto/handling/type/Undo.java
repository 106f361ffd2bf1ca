package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.UndoHandling;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** TILBAGEFOER_HANDLING: names the earlier request whose changes are to be swapped. */
@Component
final class Undo implements UndoHandling<Undo.Wish> {

    public record Wish(UUID identification) {}

    @Override
    public String code() {
        return "TILBAGEFOER_HANDLING";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public UUID original(Wish wish) {
        return wish.identification();
    }
}
