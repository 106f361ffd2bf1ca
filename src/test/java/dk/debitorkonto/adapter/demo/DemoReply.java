package dk.debitorkonto.adapter.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dk.debitorkonto.adapter.soap.Messages;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Mode;
import dk.debitorkonto.handling.Success;
import java.util.Map;
import java.util.Objects;
import org.w3c.dom.Element;

/** Which of the contract's structures a part of the demo is answered with. */
final class DemoReply {

    static final String WITH_RESULT = "HandlingGennemførtMedResultatInformationStruktur";

    private static final Map<String, HandlingDefinition> TYPES =
            CatalogueFiles.definitions().stream().collect(toUnmodifiableMap(HandlingDefinition::code, identity()));

    private DemoReply() {}

    /** The structure that a reply holds; Fejl, or Fault, where it holds none. */
    static String structure(String reply) {
        var content = Messages.content(Messages.parsed(reply));
        if (content.getLocalName().equals("Fault")) return "Fault";
        return Messages.elements(content.getChildNodes()).stream()
                .map(Element::getLocalName)
                .filter(name -> name.endsWith("Struktur"))
                .findFirst()
                .orElse("Fejl");
    }

    /** The structure that the catalogue promises. */
    static String expected(DemoCast.Part part) {
        var definition = definition(part.original() == null ? part : part.original());
        var isUndo = part.original() != null;
        return switch (definition.mode()) {
            case LATER -> "HandlingUdsatTilSenereBehandlingStruktur";
            case NONE -> isUndo ? "HandlingGennemførtStruktur" : "AcceptUdenHandlingStatusStruktur";
            case NOW, EITHER -> definition.success() == Success.RESULT ? WITH_RESULT : "HandlingGennemførtStruktur";
        };
    }

    static Mode mode(DemoCast.Part part) {
        return definition(part).mode();
    }

    private static HandlingDefinition definition(DemoCast.Part part) {
        return Objects.requireNonNull(TYPES.get(part.code()), part.code());
    }
}
