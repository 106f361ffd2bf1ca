package dk.debitorkonto.adapter.soap.route;

import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.AnyRequest;
import dk.debitorkonto.handling.Outcome;
import dk.debitorkonto.handling.Sender;
import dk.debitorkonto.handling.Submission;
import java.util.UUID;

/** What a message asks for, as far as it matters to who passes it on: its identification. */
final class Asked {

    private static final UUID ANY = new UUID(1, 2);

    private Asked() {}

    static Submission by(String request) {
        var identification = Messages.named(
                        Messages.content(Messages.parsed(request)), "DebitorkontoAnmodningIdentifikation")
                .getFirst()
                .getTextContent();
        var asked = AnyRequest.identifiedBy(UUID.fromString(identification));
        return new Submission(
                new Sender("22222222", ANY), "11111111", "t", null, null, null, asked, "", false, null, Outcome::name);
    }
}
