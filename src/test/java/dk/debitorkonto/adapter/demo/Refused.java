package dk.debitorkonto.adapter.demo;

import static dk.debitorkonto.handling.Variant.CLAIMS;
import static dk.debitorkonto.handling.Variant.ONE_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.adapter.imports.Import;
import dk.debitorkonto.adapter.soap.Door;
import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;

/** Requests that are refused, made of a copy of the demo's parts. */
@DemoUnderTest
abstract class Refused {

    private static final char COPY = 'f';
    static final String REJECTED = "AfvisningStruktur";
    static final String NOT_CARRIED_OUT = "HandlingEjGennemførtStruktur";
    static final String CLAIM = "FordringIdentifikation";
    static final String ACCOUNT = "DebitorkontoIdentifikation";
    static final String TYPE = "DebitorkontoAnmodningHandlingType";
    static final UUID UNKNOWN = named("unknown");
    /** Of the demo's many: another instance's of the same organisation. */
    static final UUID SCHOOLS_OWN = named("debitorkonto:demo:account:2");

    static final String VESTBY = "22222222";
    static final String WRONG_EFFECT = "<p:Fingeraftryk>" + "0".repeat(64) + "</p:Fingeraftryk>";

    private final Door door;

    Refused(int port) {
        door = new Door(port);
    }

    @BeforeAll
    static void someAreThereToBeRefused(@Autowired Import imports) throws Exception {
        DemoCopy.into(imports, COPY);
    }

    String sent(Words words) {
        return door.post(Door.REQUESTS, words.xml()).body();
    }

    /** Whoever is refused leaves nothing behind that the next would stumble over. */
    void isAnswered(String structure, Words words, List<String> told) throws Exception {
        var reply = sent(words);
        var next = Words.of(DemoCast.firstCall()).identified("after " + structure + told + words.xml());

        Messages.isInSchema(reply);
        assertThat(DemoReply.structure(reply)).as(reply).isEqualTo(structure);
        assertThat(told(reply)).as(reply).isEqualTo(told);
        assertThat(DemoReply.structure(sent(next))).isEqualTo(DemoReply.WITH_RESULT);
    }

    /** Codes and elements in the order told. */
    private static List<String> told(String reply) {
        var content = Messages.content(Messages.parsed(reply));
        var told = new ArrayList<String>();
        for (var name : List.of("ErrorCode", "FejlId", "AdvisId"))
            for (var code : Messages.named(content, name)) told.add(code.getTextContent());
        for (var cause : Messages.named(content, "ResultatÅrsagStruktur"))
            told.add(text(cause, "LokalÅrsagKode") + " " + text(cause, "ElementNavn"));
        return told;
    }

    private static String text(Element cause, String name) {
        return Messages.named(cause, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    static Arguments of(Words words, String... told) {
        return Arguments.argumentSet(String.join(", ", told), words, List.of(told));
    }

    static Arguments of(String structure, Words words, String... told) {
        return Arguments.argumentSet(structure + " " + String.join(", ", told), structure, words, List.of(told));
    }

    static DemoCast.Part part(String code, Variant variant) {
        return DemoCopy.parts(COPY).stream()
                .filter(part -> part.code().equals(code) && part.variant() == variant)
                .findFirst()
                .orElseThrow();
    }

    static Words words(String code, Variant variant) {
        return Words.of(part(code, variant));
    }

    /** Another type, with the parameters of its own part, asked for the account and claims of this one. */
    static Words on(DemoCast.Part part, String code) {
        return words(code, CLAIMS)
                .with(ACCOUNT, part.account())
                .claims(part.claims().toArray(UUID[]::new));
    }

    /** Of the claims of an account that is settled. */
    static Words settled(String code) {
        var account = part("AFSLUT_DEBITORKONTO", ONE_ACCOUNT).account().toString();
        var claim = account.substring(0, account.length() - 2);
        return words(code, CLAIMS)
                .with(ACCOUNT, account)
                .claims(UUID.fromString(claim + "11"), UUID.fromString(claim + "12"));
    }

    static UUID type(String code) {
        return CatalogueFiles.definitions().stream()
                .filter(definition -> definition.code().equals(code))
                .map(HandlingDefinition::uuid)
                .findFirst()
                .orElseThrow();
    }

    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
