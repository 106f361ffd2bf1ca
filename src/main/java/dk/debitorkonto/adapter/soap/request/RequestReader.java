package dk.debitorkonto.adapter.soap.request;

import dk.debitorkonto.adapter.soap.contract.AnmodDebitorkontoMedFordringerI;
import dk.debitorkonto.adapter.soap.contract.AnmodEnDebitorkontoI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemDebitorkontiI;
import dk.debitorkonto.adapter.soap.contract.AnmodMellemFordringerI;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoAnmodningType;
import dk.debitorkonto.adapter.soap.contract.DebitorkontoType;
import dk.debitorkonto.adapter.soap.contract.FordringListeType;
import dk.debitorkonto.adapter.soap.contract.HandlingParametreType;
import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Variant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Turns the four requests of the contract into the desk's one. */
final class RequestReader {

    /** What the four have besides the common head. */
    private record Rest(
            Variant variant,
            @Nullable XMLGregorianCalendar periodFrom,
            @Nullable XMLGregorianCalendar periodTo,
            @Nullable DebitorkontoType target,
            @Nullable FordringListeType claims,
            @Nullable FordringListeType targetClaims,
            @Nullable HandlingParametreType parameters) {}

    private final Parameters parameters;

    RequestReader(Catalogue catalogue) {
        parameters = new Parameters(catalogue);
    }

    HandlingRequest read(DebitorkontoAnmodningType words) {
        var rest = rest(words);
        var type = UUID.fromString(words.getDebitorkontoAnmodningHandlingType());
        return new HandlingRequest(
                UUID.fromString(words.getDebitorkontoAnmodningIdentifikation()),
                type,
                rest.variant(),
                UUID.fromString(words.getDebitorkontoIdentifikation()),
                rest.target() == null ? null : UUID.fromString(rest.target().getDebitorkontoIdentifikation()),
                ids(rest.claims()),
                ids(rest.targetClaims()),
                date(rest.periodFrom()),
                date(rest.periodTo()),
                date(words.getDebitorkontoAnmodningVirkningDato()),
                words.getDebitorkontoAnmodningAarsag() == null
                        ? null
                        : UUID.fromString(words.getDebitorkontoAnmodningAarsag()),
                words.getDebitorkontoAnmodningAarsagTekst(),
                date(words.getDebitorkontoAnmodningSvarSenestDato()),
                parameters.read(type, elements(rest.parameters())));
    }

    private static Rest rest(DebitorkontoAnmodningType words) {
        return switch (words) {
            case AnmodEnDebitorkontoI one ->
                new Rest(
                        Variant.ONE_ACCOUNT,
                        one.getUdgangspunktPeriodeFraOgMedDato(),
                        one.getUdgangspunktPeriodeTilOgMedDato(),
                        null,
                        null,
                        null,
                        one.getDebitorkontoAnmodningHandlingParametre());
            case AnmodDebitorkontoMedFordringerI claims ->
                new Rest(
                        Variant.CLAIMS,
                        claims.getUdgangspunktPeriodeFraOgMedDato(),
                        claims.getUdgangspunktPeriodeTilOgMedDato(),
                        null,
                        claims.getFordringListe(),
                        null,
                        claims.getDebitorkontoAnmodningHandlingParametre());
            case AnmodMellemDebitorkontiI between -> rest(between);
            case AnmodMellemFordringerI between -> rest(between);
            default -> throw new IllegalArgumentException("no request: " + words.getClass());
        };
    }

    private static Rest rest(AnmodMellemDebitorkontiI between) {
        return new Rest(
                Variant.BETWEEN_ACCOUNTS,
                between.getUdgangspunktPeriodeFraOgMedDato(),
                between.getUdgangspunktPeriodeTilOgMedDato(),
                between.getMaalDebitorkonto(),
                null,
                null,
                between.getDebitorkontoAnmodningHandlingParametre());
    }

    private static Rest rest(AnmodMellemFordringerI between) {
        return new Rest(
                Variant.BETWEEN_CLAIMS,
                between.getUdgangspunktPeriodeFraOgMedDato(),
                between.getUdgangspunktPeriodeTilOgMedDato(),
                between.getMaalDebitorkonto(),
                between.getUdgangspunktFordringListe(),
                between.getMaalFordringListe(),
                between.getDebitorkontoAnmodningHandlingParametre());
    }

    private static List<UUID> ids(@Nullable FordringListeType list) {
        return list == null
                ? List.of()
                : list.getFordringIdentifikation().stream()
                        .map(UUID::fromString)
                        .toList();
    }

    private static List<Element> elements(@Nullable HandlingParametreType parameters) {
        return parameters == null ? List.of() : parameters.getAny();
    }

    /** A zone is of no use to a date here: the day that is written is meant. */
    private static @Nullable LocalDate date(@Nullable XMLGregorianCalendar date) {
        return date == null ? null : LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
    }
}
