package dk.debitorkonto.adapter.rest;

import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.HandlingReason;
import dk.debitorkonto.handling.Mode;
import dk.debitorkonto.handling.PeriodUse;
import dk.debitorkonto.handling.Success;
import dk.debitorkonto.handling.Variant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of handling types. */
@RestController
final class CatalogueController {

    /**
     * A type's page of the catalogue.
     *
     * @param variants E, F, K and M as the contract's four operations
     * @param persons how many different persons must authorise it
     * @param parameters the element that carries its parameters; absent: it takes none
     * @param reasons each Årsag that it takes
     */
    record OfType(
            String code,
            UUID uuid,
            String title,
            LocalDate validFrom,
            List<String> variants,
            Mode mode,
            int persons,
            Success success,
            boolean reasonRequired,
            PeriodUse period,
            HandlingDefinition.@Nullable ParameterElement parameters,
            List<HandlingReason> reasons,
            String explanation) {}

    private final Catalogue catalogue;
    private final List<HandlingReason> reasons = CatalogueFiles.reasons().stream()
            .sorted(Comparator.comparing(HandlingReason::code))
            .toList();

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/handling-types")
    WatchController.Items<OfType> types() {
        return new WatchController.Items<>(
                catalogue.items().stream().map(item -> view(item.definition())).toList());
    }

    private OfType view(HandlingDefinition definition) {
        return new OfType(
                definition.code(),
                definition.uuid(),
                definition.title(),
                definition.validFrom(),
                definition.variants().stream().map(Variant::letter).sorted().toList(),
                definition.mode(),
                definition.persons(),
                definition.success(),
                definition.reasonRequired(),
                definition.period(),
                definition.parameters(),
                reasons,
                definition.explanation());
    }
}
