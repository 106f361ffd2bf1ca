package dk.debitorkonto.handling.type;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.handling.Catalogue;
import dk.debitorkonto.handling.CatalogueFiles;
import dk.debitorkonto.handling.HandlingDefinition.Child;
import dk.debitorkonto.handling.HandlingType;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.money.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of the catalogue has its class, whose wish is made of what the page says. */
class CatalogueTest {

    static final List<HandlingType<?>> TYPES = List.of(
            new AddReminderFee(),
            new AnnulClaims(),
            new CancelWriteOffs(),
            new ChangeOwner(),
            new CloseAccount(),
            new EndLiability(),
            new EndRelations(),
            new EndRespite(),
            new GrantRespite(),
            new HandOverAccount(),
            new MoveClaims(),
            new MoveCoverage(),
            new MoveInterestAndFees(),
            new MoveUnusedPayments(),
            new OffsetClaims(),
            new RecallFromRecovery(),
            new ReduceInterestAndFees(),
            new ReducePrincipal(),
            new RefundPayments(),
            new RelateClaims(),
            new ReopenAccount(),
            new SendToRecovery(),
            new StopReminders(),
            new TurnClaimState(),
            new Undo(),
            new WriteOffClaims());

    static final Catalogue CATALOGUE = new Catalogue(CatalogueFiles.definitions(), TYPES);

    static Stream<Catalogue.Item> items() {
        return CATALOGUE.items().stream();
    }

    static Stream<String> codes() {
        return items().map(item -> item.definition().code());
    }

    @Test
    void has_a_class_for_each_page_and_a_page_for_each_class() {
        assertThat(CATALOGUE.items()).hasSize(TYPES.size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void names_the_components_of_the_wish(String code) {
        var item = CATALOGUE.find(code).orElseThrow();
        var wish = item.type().wishType();
        var parameters = item.definition().parameters();
        if (parameters == null) assertThat(wish).isEqualTo(NoWish.class);
        else compare(wish, parameters.children());
    }

    private static void compare(Class<?> record, List<Child> children) {
        var components = record.getRecordComponents();
        assertThat(Arrays.stream(components).map(RecordComponent::getName))
                .containsExactlyElementsOf(
                        children.stream().map(Child::component).toList());
        for (var i = 0; i < components.length; i++) compare(components[i], children.get(i));
    }

    private static void compare(RecordComponent component, Child child) {
        var type = component.getType();
        switch (child.kind()) {
            case AMOUNT -> assertThat(type).isEqualTo(Money.class);
            case DATE -> assertThat(type).isEqualTo(LocalDate.class);
            case UUID -> assertThat(type).isEqualTo(UUID.class);
            case TEXT -> assertThat(type).isEqualTo(String.class);
            case CODE -> assertThat(constants(type)).containsAll(child.values().values());
            case CODES ->
                assertThat(constants(element(component)))
                        .containsAll(child.values().values());
            case ROWS -> compare(element(component), child.children());
        }
        var isList = child.kind() == Child.Kind.CODES || child.kind() == Child.Kind.ROWS;
        assertThat(component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .isEqualTo(child.optional() && !isList);
    }

    private static Class<?> element(RecordComponent component) {
        assertThat(component.getType()).isEqualTo(List.class);
        Type list = component.getGenericType();
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name())
                .toList();
    }
}
