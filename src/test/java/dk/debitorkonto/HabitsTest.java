package dk.debitorkonto;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dk.debitorkonto.testing.Rules.holds;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import planted.claim.Changeable;
import planted.claim.ClaimService;
import planted.claim.CountsInDoubles;

/** How classes are written here; each rule finds what is planted against it, as in {@link ArchitectureTest}. */
class HabitsTest {

    @Test
    void a_class_is_named_for_what_it_is() {
        holds(
                root -> noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|Entity)"),
                ClaimService.class);
    }

    @Test
    void nothing_is_injected_into_fields() {
        holds(
                root -> noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                        .orShould()
                        .beAnnotatedWith("jakarta.annotation.Resource")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject"),
                Changeable.class);
    }

    @Test
    void there_are_no_setters() {
        holds(
                root -> noMethods()
                        .that()
                        .areNotPrivate()
                        .and()
                        .areNotStatic()
                        .and(describe("are not asked for by a type of others", method -> !overrides(method)))
                        .should()
                        .haveNameMatching("set[A-Z].*"),
                Changeable.class);
    }

    private static boolean overrides(JavaMethod method) {
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName()));
    }

    @Test
    void statics_remember_nothing() {
        holds(
                root -> fields().that()
                        .areStatic()
                        .and(describe("are not the compiler's", field -> !isCompilers(field)))
                        .should()
                        .beFinal()
                        .andShould()
                        .notHaveRawType(describe("that changes", HabitsTest::changes)),
                Changeable.class);
    }

    private static boolean isCompilers(JavaField field) {
        return field.getModifiers().contains(JavaModifier.SYNTHETIC)
                || field.getName().startsWith("$");
    }

    private static boolean changes(JavaClass type) {
        return type.isAssignableTo(ThreadLocal.class)
                || type.isAssignableTo(ConcurrentMap.class)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.isAssignableTo(java.util.HashMap.class)
                || type.isAssignableTo(java.util.ArrayList.class);
    }

    @Test
    void nothing_near_money_counts_in_fractions() {
        holds(
                root -> noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(near(root))
                        .should()
                        .haveRawType(describe("that isn't exact", HabitsTest::isInexact)),
                CountsInDoubles.class);
        holds(
                root -> methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(near(root))
                        .should()
                        .notHaveRawReturnType(describe("that isn't exact", HabitsTest::isInexact)),
                CountsInDoubles.class);
    }

    private static String[] near(String root) {
        return Stream.of("money", "ledger", "claim", "payment", "handling")
                .map(module -> root + "." + module + "..")
                .toArray(String[]::new);
    }

    private static boolean isInexact(JavaClass type) {
        return Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName());
    }
}
