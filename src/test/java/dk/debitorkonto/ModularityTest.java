package dk.debitorkonto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The packages' own word on what they may use, in their package-info, is kept. */
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Debitorkonto.class);

    @Test
    void modules_use_only_what_they_declare() {
        MODULES.verify();
    }

    @Test
    void the_modules_were_found() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("money", "ledger", "claim", "handling", "adapter");
    }
}
