package dk.debitorkonto;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dk.debitorkonto.testing.Rules.holds;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dk.debitorkonto.testing.Rules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import planted.adapter.rest.UsesContract;
import planted.claim.OpensTransactions;
import planted.claim.ReadsMillis;
import planted.claim.ReadsTheClock;
import planted.claim.TalksSql;
import planted.claim.UsesTheDoor;
import planted.handling.type.KnowsSpring;
import planted.handling.type.KnowsTime;
import planted.handling.type.ReadsTables;
import planted.ledger.KnowsClaims;
import planted.stranger.Stranger;

/**
 * The rules of docs/architecture.md. Each is asked of the program, and then of the classes planted in {@code planted}, where it has to
 * find its violation: a rule that can't fail is no rule.
 */
class ArchitectureTest {

    /** What each module may use. A new module takes a new row. */
    private static final Map<String, List<String>> MODULES = Map.ofEntries(
            Map.entry("money", List.of()),
            Map.entry("calendar", List.of()),
            Map.entry("jdbc", List.of()),
            Map.entry("ledger", List.of("money")),
            Map.entry("debtor", List.of("money")),
            Map.entry("claim", List.of("money", "debtor", "ledger")),
            Map.entry("payment", List.of("money", "debtor", "claim", "ledger")),
            Map.entry("work", List.of("calendar")),
            Map.entry("outbox", List.of("calendar", "work")),
            Map.entry("routine", List.of("calendar")),
            Map.entry(
                    "handling", List.of("money", "calendar", "debtor", "claim", "payment", "ledger", "outbox", "work")),
            Map.entry("inquiry", List.of("money", "debtor", "claim", "payment", "ledger", "handling")),
            Map.entry(
                    "adapter",
                    List.of(
                            "money",
                            "calendar",
                            "jdbc",
                            "ledger",
                            "debtor",
                            "claim",
                            "payment",
                            "outbox",
                            "routine",
                            "work",
                            "handling",
                            "inquiry")));

    /** Where the machine's clock may be read, and why. */
    private static final Set<String> READS_THE_CLOCK = Set.of(
            // Makes the clock that all others are given.
            ".Wiring",
            // An id carries the time it was made, for the order of an index; nothing reads it back.
            ".handling.Ids",
            // CTX-04 and the log of calls go by the machine's clock, whatever the demo's says.
            ".adapter.soap.SoapConfiguration",
            // So does the time at which an answer was written.
            ".adapter.soap.answer.AnswerWiring",
            // So does the time in an example that has to pass CTX-04.
            ".adapter.demo.StartBanner");

    /** Who may know of JDBC outside of a package named jdbc. */
    private static final Set<String> KNOWS_JDBC = Set.of(
            // Makes the pool.
            ".Wiring",
            // Hands the template on to the call log.
            ".adapter.soap.SoapWiring");

    /** Who begins a transaction. All other code runs inside of one that stands there, or needs none. */
    private static final Set<String> BEGINS_TRANSACTIONS = Set.of(
            ".handling.HandlingDesk",
            ".handling.DeferredDesk",
            ".handling.RoutedDesk",
            ".handling.Transactions",
            // Their savepoint.
            ".handling.Pages",
            ".adapter.imports.Import",
            // Begins none: it hears of those that have ended.
            ".work.Worker");

    @Test
    void the_program_was_found() {
        assertThat(Rules.PROGRAM.size()).isGreaterThan(200);
    }

    @Test
    void generated_contract_classes_stay_behind_the_soap_door() {
        holds(
                root -> noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".adapter.soap..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(root + ".adapter.soap.contract.."),
                UsesContract.class);
    }

    @Test
    void nobody_reads_the_clock_but_the_edges() {
        holds(
                root -> noClasses()
                        .that(are(root, READS_THE_CLOCK).negate())
                        .should()
                        .callMethodWhere(describe("it reads the machine's clock", call -> readsClock(call.getTarget())))
                        .orShould()
                        .callConstructor(java.util.Date.class),
                ReadsTheClock.class,
                ReadsMillis.class);
    }

    private static boolean readsClock(AccessTarget.MethodCallTarget target) {
        var owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                owner.getPackageName().equals("java.time")
                        && target.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            default ->
                target.getName().startsWith("system")
                        && (owner.isEquivalentTo(java.time.Clock.class)
                                || owner.isEquivalentTo(java.time.InstantSource.class));
        };
    }

    @Test
    void sql_stays_in_packages_named_jdbc_and_in_inquiry() {
        holds(
                root -> noClasses()
                        .that(resideOutsideOfPackages("..jdbc..", root + ".inquiry.."))
                        .and(are(root, KNOWS_JDBC).negate())
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")),
                TalksSql.class);
    }

    @Test
    void only_the_desk_the_import_and_tables_begin_a_transaction() {
        holds(
                root -> noClasses()
                        .that(resideOutsideOfPackages("..jdbc..", root + ".inquiry.."))
                        .and(are(root, BEGINS_TRANSACTIONS).negate())
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.springframework.transaction..")
                                .and(describe(
                                        "not a failure",
                                        type -> !type.getName()
                                                .equals("org.springframework.transaction.TransactionException")))),
                OpensTransactions.class);
    }

    @Test
    void a_handling_type_knows_no_spring_no_tables_and_no_time() {
        var component = "org.springframework.stereotype.Component";
        holds(
                root -> noClasses()
                        .that()
                        .resideInAPackage(root + ".handling.type..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("org.springframework..")
                                .and(describe(
                                        "not @Component",
                                        type -> !type.getName().equals(component))))
                        .orShould()
                        .dependOnClassesThat(resideInAnyPackage("..jdbc..", "java.sql.."))
                        .orShould()
                        .dependOnClassesThat(named("java.time.Clock", "java.time.Instant", "java.time.ZonedDateTime")),
                KnowsSpring.class,
                ReadsTables.class,
                KnowsTime.class);
    }

    @Test
    void a_module_uses_what_its_row_allows() {
        MODULES.forEach((module, uses) -> {
            Function<String, ArchRule> rule = root -> noClasses()
                    .that()
                    .resideInAPackage(root + "." + module + "..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(root + "..").and(resideOutsideOfPackages(packages(root, module, uses))))
                    .allowEmptyShould(true);
            switch (module) {
                case "ledger" -> holds(rule, KnowsClaims.class);
                case "claim" -> holds(rule, UsesTheDoor.class);
                default -> holds(rule);
            }
        });
    }

    /** A module's own and those it may use; the doors may use the application's settings too. */
    private static String[] packages(String root, String module, List<String> uses) {
        var named = Stream.concat(Stream.of(module), uses.stream()).map(name -> root + "." + name + "..");
        return (module.equals("adapter") ? Stream.concat(named, Stream.of(root)) : named).toArray(String[]::new);
    }

    @Test
    void each_module_has_a_row() {
        holds(
                root -> classes()
                        .should(ArchCondition.from(describe(
                                "stand in the table of modules",
                                type -> type.getPackageName().equals(root)
                                        || MODULES.containsKey(module(root, type))))),
                Stranger.class);
    }

    private static String module(String root, JavaClass type) {
        var below = type.getPackageName().substring(root.length() + 1);
        var dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /** The classes of these names under the root, with what is nested in them. */
    private static DescribedPredicate<JavaClass> are(String root, Collection<String> names) {
        return describe(
                "are " + names,
                type -> names.stream()
                        .map(root::concat)
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe("named " + List.of(names), type -> List.of(names).contains(type.getName()));
    }
}
