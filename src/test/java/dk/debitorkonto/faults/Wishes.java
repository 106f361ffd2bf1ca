package dk.debitorkonto.faults;

import dk.debitorkonto.adapter.demo.DemoCast;
import dk.debitorkonto.adapter.demo.DemoRequest;
import dk.debitorkonto.faults.Evidence.Kind;
import dk.debitorkonto.handling.Variant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the case system of a town asks for. */
record Wishes(Town town) {

    private static final long WHOLE = 100_000;
    private static final UUID UNCOLLECTABLE = Objects.requireNonNull(
            DemoCast.find("ANMOD_AFSKRIVNING", Variant.CLAIMS).orElseThrow().reason());

    /** Carried out at once. */
    Wish reduction(UUID id, UUID claim, long amount) {
        return new Wish(id, Kind.NOW, claim, amount, 0, reducing(id, claim, amount));
    }

    /** Refused at once: it asks for more than there is. */
    Wish tooMuch(UUID id, UUID claim) {
        var amount = 1_000 * WHOLE;
        return new Wish(id, Kind.REFUSED, claim, amount, 0, reducing(id, claim, amount));
    }

    private String reducing(UUID id, UUID claim, long amount) {
        return envelope(
                id, "NEDREGULER_FORDRING", claim, parameters("NedregulerFordring", "Beløb", kroner(amount)), null);
    }

    /** Carried out on the day, without a person; annulled, or only recalled. */
    Wish recall(UUID id, UUID claim, boolean annuls, @Nullable LocalDate day) {
        var parameters = parameters("Tilbagekald", "Kode", annuls ? "FEJL" : "HENS");
        return new Wish(
                id,
                Kind.LATER,
                claim,
                annuls ? WHOLE : 0,
                0,
                envelope(id, "TILBAGEKALD_FRA_INDDRIVELSE", claim, parameters, day));
    }

    /** Carried out when two persons have seen it. */
    Wish writeOff(UUID id, UUID claim, long amount) {
        var parameters = parameters("AnmodAfskrivning", "Beløb", kroner(amount));
        return new Wish(id, Kind.LATER, claim, amount, 2, envelope(id, "ANMOD_AFSKRIVNING", claim, parameters, null));
    }

    /** All fees of an account at once, over several pages. */
    Wish waiver(UUID id) {
        var parameters = parameters("NedregulerRenteGebyr", "ObjektType", "RYKKERGEBYR");
        var part = part(id, "NEDREGULER_RENTE_GEBYR", town.wholeAccount(), List.of(), parameters, null);
        return new Wish(id, Kind.NOW, town.wholeAccount(), Town.FEES, 0, envelope(part));
    }

    /** Takes all back that another did. */
    Wish undo(UUID id, Wish done) {
        var parameters = parameters(
                "TilbageførHandling", "AnmodningIdentifikation", done.id().toString());
        var isOfWhole = done.claim().equals(town.wholeAccount());
        var part = isOfWhole
                ? part(id, "TILBAGEFOER_HANDLING", town.wholeAccount(), List.of(), parameters, null)
                : part(id, "TILBAGEFOER_HANDLING", town.account(), List.of(done.claim()), parameters, null);
        return new Wish(id, Kind.NOW, done.claim(), -done.amount(), 0, envelope(part));
    }

    private String envelope(UUID id, String code, UUID claim, String parameters, @Nullable LocalDate day) {
        return envelope(part(id, code, town.account(), List.of(claim), parameters, day));
    }

    private static DemoCast.Part part(
            UUID id, String code, UUID account, List<UUID> claims, String parameters, @Nullable LocalDate day) {
        return new DemoCast.Part(
                code,
                claims.isEmpty() ? Variant.ONE_ACCOUNT : Variant.CLAIMS,
                id,
                account,
                null,
                claims,
                List.of(),
                code.equals("ANMOD_AFSKRIVNING") ? UNCOLLECTABLE : null,
                day,
                parameters,
                null);
    }

    private String envelope(DemoCast.Part part) {
        return DemoRequest.of(part, OffsetDateTime.now(ZoneOffset.UTC))
                .replace(DemoCast.MUNICIPALITY, town.authority())
                .replace(DemoCast.CASE_SYSTEM.toString(), town.caseSystem().toString());
    }

    private static String parameters(String element, String child, String value) {
        return "<h:%1$s xmlns:h=\"urn:debitorkonto:handling:1\"><h:%2$s>%3$s</h:%2$s></h:%1$s>"
                .formatted(element, child, value);
    }

    private static String kroner(long oere) {
        return "%d.%02d".formatted(oere / 100, oere % 100);
    }
}
