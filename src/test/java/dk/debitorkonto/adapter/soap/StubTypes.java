package dk.debitorkonto.adapter.soap;

import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.HandlingType;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue with types that do nothing but have the right wishes. */
public final class StubTypes {

    public enum Family {
        LATE_INTEREST,
        RECOVERY_INTEREST,
        REMINDER_FEE
    }

    public enum NewState {
        IN_COLLECTION,
        ON_HOLD
    }

    public enum Recall {
        BORD,
        BORT,
        FEJL,
        HENS,
        KLAG
    }

    public record OfAmount(@Nullable Money amount) {}

    public record OfFamilies(List<Family> families) {}

    public record OfPeriod(LocalDate from, LocalDate to) {}

    public record OfLastDay(@Nullable LocalDate lastDay) {}

    public record OfState(NewState newState, @Nullable LocalDate lastDay) {}

    public record OfParty(String party, LocalDate lastDay) {}

    public record OfRows(List<Row> rows) {}

    public record Row(UUID from, UUID to, Money amount) {}

    public record OfOriginal(UUID identification) {}

    public record OfCode(Recall code) {}

    private record Stub<W>(String code, Class<W> wishType) implements ClaimHandling<W> {
        @Override
        public Verdict decide(W wish, Circumstances circumstances, ClaimCase claim) {
            throw new UnsupportedOperationException("only a stub");
        }
    }

    private StubTypes() {}

    public static Catalogue catalogue() {
        var definitions = CatalogueFiles.definitions();
        return new Catalogue(
                definitions, definitions.stream().map(StubTypes::stub).toList());
    }

    private static HandlingType<?> stub(HandlingDefinition definition) {
        var shape = definition.parameters();
        var components = shape == null
                ? ""
                : shape.children().stream().map(Child::component).collect(Collectors.joining(" "));
        return new Stub<>(definition.code(), wish(components));
    }

    private static Class<?> wish(String components) {
        return switch (components) {
            case "" -> NoWish.class;
            case "amount" -> OfAmount.class;
            case "families" -> OfFamilies.class;
            case "from to" -> OfPeriod.class;
            case "lastDay" -> OfLastDay.class;
            case "newState lastDay" -> OfState.class;
            case "party lastDay" -> OfParty.class;
            case "rows" -> OfRows.class;
            case "identification" -> OfOriginal.class;
            case "code" -> OfCode.class;
            default -> throw new IllegalArgumentException("no stub for " + components);
        };
    }
}
