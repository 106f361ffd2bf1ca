package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.handling.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The named part of the demo data: for each handling type and variant accounts and claims of its own, and the words of a
 * request that succeeds on them, once. Documentation, SoapUI cases and golden messages are made of it.
 *
 * <p>All of it belongs to one municipality and one case system. Ids are {@code d0000000-0000-4000-8000-0000000TTNNN}: TT
 * the type in the order of codes, NNN the object, see {@link DemoStage}.
 */
public final class DemoCast {

    public static final String MUNICIPALITY = "11111111";
    public static final String CASE_SYSTEM_CVR = "25313763";
    public static final UUID CASE_SYSTEM = id(0, 1);

    /**
     * What one request is about.
     *
     * @param identification the request's own, fixed; another can be used as well
     * @param claims of FordringListe or UdgangspunktFordringListe; empty in the variants without
     * @param effectDate absent: today
     * @param parameters the one element of the type's parameters, as XML; absent where it takes none
     * @param original the request that must be sent before, where this one undoes it
     */
    public record Part(
            String code,
            Variant variant,
            UUID identification,
            UUID account,
            @Nullable UUID targetAccount,
            List<UUID> claims,
            List<UUID> targetClaims,
            @Nullable UUID reason,
            @Nullable LocalDate effectDate,
            @Nullable String parameters,
            @Nullable Part original) {

        /** As in {@code NEDREGULER_FORDRING-F}. */
        public String name() {
            return code + "-" + variant.letter();
        }

        /** The same under another identification. */
        public Part identifiedBy(UUID other) {
            return new Part(
                    code,
                    variant,
                    other,
                    account,
                    targetAccount,
                    claims,
                    targetClaims,
                    reason,
                    effectDate,
                    parameters,
                    original);
        }
    }

    private static final List<Part> PARTS = DemoScenes.into(new DemoDocument());
    private static final Part FIRST_CALL = DemoScenes.firstCall(new DemoDocument());

    private DemoCast() {}

    /** All parts, by code and variant. */
    public static List<Part> parts() {
        return PARTS;
    }

    /** The part of a type in a variant. */
    public static Optional<Part> find(String code, Variant variant) {
        return PARTS.stream()
                .filter(part -> part.code().equals(code) && part.variant() == variant)
                .findFirst();
    }

    /** NEDREGULER_FORDRING of 100.00 on a claim so large that it can be sent again and again, identified anew. */
    public static Part firstCall() {
        return FIRST_CALL;
    }

    static UUID id(int type, int object) {
        return UUID.fromString("d0000000-0000-4000-8000-0000000%02d%03d".formatted(type, object));
    }
}
