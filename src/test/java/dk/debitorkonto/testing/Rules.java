package dk.debitorkonto.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dk.debitorkonto.Debitorkonto;
import java.util.Arrays;
import java.util.function.Function;

/** Asks a rule of the program, and of the classes planted in {@code planted}: a rule that can't fail is no rule. */
public final class Rules {

    private static final String ROOT = "dk.debitorkonto";

    /** Our own classes, without the tests and without what is generated. */
    public static final JavaClasses PROGRAM = new ClassFileImporter()
            .importUrl(Debitorkonto.class.getProtectionDomain().getCodeSource().getLocation())
            .that(resideOutsideOfPackages(ROOT + ".adapter.soap.contract.."));

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    private Rules() {}

    /** The program keeps the rule; the planted classes don't, and the rule says so of each. */
    public static void holds(Function<String, ArchRule> rule, Class<?>... violations) {
        rule.apply(ROOT).check(PROGRAM);
        if (violations.length == 0) return;
        var found = rule.apply("planted").evaluate(PLANTED).getFailureReport().getDetails();
        Arrays.stream(violations)
                .forEach(violation -> assertThat(found).anyMatch(line -> line.contains(violation.getName())));
    }
}
