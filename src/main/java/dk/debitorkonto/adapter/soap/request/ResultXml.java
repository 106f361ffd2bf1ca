package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Amounts;
import dk.debitorkonto.handling.Effect;
import dk.debitorkonto.handling.Result;
import dk.debitorkonto.handling.Snapshot;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes what a handling did as {@code Resultat}. */
public final class ResultXml {

    public static final String NAMESPACE = "urn:debitorkonto:resultat:1";

    private static final DOMImplementation DOCUMENTS = documents();

    private final Document document = DOCUMENTS.createDocument(null, null, null);

    private static DOMImplementation documents() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Element of(Result result) {
        return new ResultXml().written(result);
    }

    /** The contract's word for a claim's state. */
    public static String word(ClaimState state) {
        return switch (state) {
            case REGISTERED -> "REGISTRERET";
            case IN_COLLECTION -> "TIL_OPKRÆVNING";
            case ON_HOLD -> "I_BERO";
            case IN_RECOVERY -> "UNDER_INDDRIVELSE";
            case ANNULLED -> "ANNULLERET";
        };
    }

    /** The contract's word for an account's state. */
    public static String word(AccountState state) {
        return switch (state) {
            case OPEN -> "ÅBEN";
            case CLOSED -> "LUKKET";
            case HANDED_OVER -> "OVERDRAGET";
        };
    }

    private Element written(Result result) {
        var root = document.createElementNS(NAMESPACE, "r:Resultat");
        add(root, "Handlingstype", result.type());
        add(root, "Tilstandsform", result.mode());
        add(root, "Regelversion", result.ruleVersion());
        add(root, "Fingeraftryk", result.fingerprint());
        add(root, "Antal", result.count());
        for (var effect : result.objects()) object(child(root, "Objekt"), effect);
        if (result.sum() != null) {
            var sum = child(root, "Sum");
            amounts(child(sum, "Før"), result.sum().before());
            amounts(child(sum, "Efter"), result.sum().after());
        }
        return root;
    }

    private void object(Element object, Effect effect) {
        add(object, effect.isOfClaim() ? "FordringIdentifikation" : "DebitorkontoIdentifikation", effect.subject());
        snapshot(child(object, "Før"), effect.before());
        snapshot(child(object, "Efter"), effect.after());
    }

    private void snapshot(Element at, Snapshot snapshot) {
        switch (snapshot) {
            case Snapshot.OfClaim claim -> claim(at, claim);
            case Snapshot.OfAccount account -> {
                add(at, "Tilstand", word(account.state()));
                add(at, "UbrugtIndbetaling", account.unused());
                add(at, "RykkerstopTil", account.reminderStop());
            }
        }
    }

    private void claim(Element at, Snapshot.OfClaim claim) {
        add(at, "Tilstand", word(claim.state()));
        add(at, "BeroTil", claim.onHoldTo());
        amounts(at, claim.amounts());
        add(at, "Debitorkonto", claim.account());
        add(at, "HenstandFra", claim.respiteFrom());
        add(at, "HenstandTil", claim.respiteTo());
        add(at, "RykkerstopTil", claim.reminderStop());
        add(at, "Hovedfordring", claim.relatesTo());
        for (var liability : claim.liabilities()) {
            var span = child(at, "Hæftelse");
            add(span, "Fra", liability.from());
            add(span, "Til", liability.to());
        }
    }

    private void amounts(Element at, Amounts amounts) {
        add(at, "Hovedstol", amounts.principal());
        add(at, "Renter", amounts.interest());
        add(at, "Gebyrer", amounts.fees());
        add(at, "Dækket", amounts.covered());
        add(at, "Afskrevet", amounts.writtenOff());
        add(at, "Rest", amounts.rest());
    }

    private Element child(Element parent, String name) {
        var child = document.createElementNS(NAMESPACE, "r:" + name);
        parent.appendChild(child);
        return child;
    }

    private void add(Element parent, String name, @Nullable Object value) {
        if (value != null) child(parent, name).setTextContent(Objects.toString(value));
    }
}
