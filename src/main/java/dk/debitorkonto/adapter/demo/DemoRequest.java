package dk.debitorkonto.adapter.demo;

import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Variant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of {@link DemoCast} as a request in SOAP 1.1, from its case system. */
public final class DemoRequest {

    private static final Map<String, UUID> TYPES = CatalogueFiles.definitions().stream()
            .collect(Collectors.toUnmodifiableMap(HandlingDefinition::code, HandlingDefinition::uuid));

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
          <soap:Body>
            <d:%s_I xmlns:d="http://www.kombit.dk/2017/01/01/" xmlns:k="http://kombit.dk/xml/schemas/kontekst/2017/01/01/">
              <k:HovedOplysninger>
                <k:TransaktionsId>%s</k:TransaktionsId>
                <k:TransaktionsTid>%s</k:TransaktionsTid>
                <k:Rute>
                  <k:AfsenderOrganisation>%s</k:AfsenderOrganisation>
                  <k:AfsenderItSystemInstans>%s</k:AfsenderItSystemInstans>
                  <k:ModtagerOrganisation>%s</k:ModtagerOrganisation>
                </k:Rute>
              </k:HovedOplysninger>
        """;

    private final StringBuilder xml = new StringBuilder(2_048);

    private DemoRequest() {}

    /** The operation that a variant is sent to. */
    public static String operation(Variant variant) {
        return switch (variant) {
            case ONE_ACCOUNT -> "AnmodEnDebitorkonto";
            case CLAIMS -> "AnmodDebitorkontoMedFordringer";
            case BETWEEN_ACCOUNTS -> "AnmodMellemDebitorkonti";
            case BETWEEN_CLAIMS -> "AnmodMellemFordringer";
        };
    }

    /** The envelope, sent at {@code time}. */
    public static String of(DemoCast.Part part, OffsetDateTime time) {
        return new DemoRequest().write(part, time);
    }

    private String write(DemoCast.Part part, OffsetDateTime time) {
        var operation = operation(part.variant());
        xml.append(HEAD.formatted(
                operation,
                "demo-" + part.identification(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS)),
                DemoCast.CASE_SYSTEM_CVR,
                DemoCast.CASE_SYSTEM,
                DemoCast.MUNICIPALITY));
        element("DebitorkontoAnmodningIdentifikation", part.identification());
        element("DebitorkontoAnmodningHandlingType", Objects.requireNonNull(TYPES.get(part.code()), part.code()));
        element("DebitorkontoAnmodningVirkningDato", part.effectDate());
        element("DebitorkontoAnmodningÅrsag", part.reason());
        element("DebitorkontoIdentifikation", part.account());
        if (part.variant() == Variant.CLAIMS) list("FordringListe", part.claims());
        if (part.targetAccount() != null)
            line("<d:MålDebitorkonto><d:DebitorkontoIdentifikation>" + part.targetAccount()
                    + "</d:DebitorkontoIdentifikation></d:MålDebitorkonto>");
        if (part.variant() == Variant.BETWEEN_CLAIMS) {
            list("UdgangspunktFordringListe", part.claims());
            list("MålFordringListe", part.targetClaims());
        }
        if (part.parameters() != null)
            line("<d:DebitorkontoAnmodningHandlingParametre>" + part.parameters()
                    + "</d:DebitorkontoAnmodningHandlingParametre>");
        return xml.append("    </d:" + operation + "_I>\n  </soap:Body>\n</soap:Envelope>\n")
                .toString();
    }

    private void element(String name, @Nullable Object value) {
        if (value != null) line("<d:" + name + ">" + value + "</d:" + name + ">");
    }

    private void list(String name, List<UUID> claims) {
        line("<d:" + name + ">");
        for (var claim : claims) line("  <d:FordringIdentifikation>" + claim + "</d:FordringIdentifikation>");
        line("</d:" + name + ">");
    }

    private void line(String text) {
        xml.append("      ").append(text).append('\n');
    }
}
