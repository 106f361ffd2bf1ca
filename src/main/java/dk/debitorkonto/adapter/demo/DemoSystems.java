package dk.debitorkonto.adapter.demo;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The demo's municipalities and the case systems that act for them. */
final class DemoSystems {

    /** A case system and the municipalities that it acts for. */
    record Pairing(UUID caseSystem, String authority) {}

    private static final String VESTBY = "22222222";
    private static final String OESTSOE = "33333333";
    /** The test bench's: what is answered can be seen at once. One case system has no address: its answers are parked. */
    private static final String SIMULATED = "/testbench/case-system";

    /** A debtor system outside, for those who try the answer service; nothing is passed on to it. */
    private static final UUID OUTSIDE = UUID.fromString("c1a7e2d4-3f58-4b6a-9c0d-8e7f6a5b4c3d");

    /** A municipality whose requests are carried out by the test bench's debtor system. It has no accounts here. */
    static final String SYDHAVN = "40404040";

    private static final UUID SIMULATED_PEER = DemoCast.id(0, 9);

    private static final String CLOSED_TO = "2025-06-30";

    private static final UUID PLACES = DemoCast.CASE_SYSTEM;
    /** Another instance of the same organisation. */
    private static final UUID SCHOOLS = DemoCast.id(0, 2);

    private static final UUID RENT = DemoCast.id(0, 3);
    private static final UUID LIBRARIES = DemoCast.id(0, 4);

    static final List<Pairing> PAIRINGS = List.of(
            new Pairing(PLACES, DemoCast.MUNICIPALITY),
            new Pairing(SCHOOLS, DemoCast.MUNICIPALITY),
            new Pairing(RENT, VESTBY),
            new Pairing(PLACES, VESTBY),
            new Pairing(LIBRARIES, OESTSOE),
            new Pairing(RENT, DemoCast.MUNICIPALITY),
            new Pairing(LIBRARIES, VESTBY));

    private static final Pairing ELSEWHERE = new Pairing(PLACES, SYDHAVN);

    private DemoSystems() {}

    static void into(DemoDocument document) {
        authority(document, DemoCast.MUNICIPALITY, "Eksempelby Kommune", "50000.00");
        authority(document, VESTBY, "Vestby Kommune", "10000.00");
        authority(document, OESTSOE, "Østsø Kommune", "5000.00");
        document.add("authorities").with("cvr", SYDHAVN).with("name", "Sydhavn Kommune");
        caseSystem(document, PLACES, DemoCast.CASE_SYSTEM_CVR, "Pladsanvisning").with("callback", SIMULATED);
        caseSystem(document, SCHOOLS, DemoCast.CASE_SYSTEM_CVR, "Skoler og SFO");
        caseSystem(document, RENT, "12345674", "Husleje").with("callback", SIMULATED);
        caseSystem(document, LIBRARIES, "66666666", "Biblioteker").with("callback", SIMULATED);
        document.add("debtorSystems").with("id", OUTSIDE).with("cvr", OESTSOE).with("name", "Et andet debitorsystem");
        document.add("debtorSystems")
                .with("id", SIMULATED_PEER)
                .with("cvr", "55555555")
                .with("name", "Det simulerede debitorsystem")
                .with("endpoint", "/testbench/debtor-system");
        document.add("routes").with("authority", SYDHAVN).with("debtorSystem", SIMULATED_PEER);
    }

    private static void authority(DemoDocument document, String cvr, String name, String limit) {
        document.add("authorities")
                .with("cvr", cvr)
                .with("name", name)
                .with("closedTo", CLOSED_TO)
                .with("limits", List.of(limit("OMPOSTER_INDBETALINGER", limit), limit("ANNULLER_AFSKRIVNING", limit)));
    }

    private static DemoDocument.Row limit(String handlingType, String amount) {
        return DemoDocument.row().with("handlingType", handlingType).with("amount", amount);
    }

    private static DemoDocument.Row caseSystem(DemoDocument document, UUID id, String cvr, String name) {
        return document.add("caseSystems")
                .with("id", id)
                .with("cvr", cvr)
                .with("name", name)
                .with(
                        "authorities",
                        Stream.concat(PAIRINGS.stream(), Stream.of(ELSEWHERE))
                                .filter(pairing -> pairing.caseSystem().equals(id))
                                .map(Pairing::authority)
                                .toList());
    }
}
