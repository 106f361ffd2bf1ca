package dk.debitorkonto;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** What a profile demands before anything is opened: the demo stays on the machine, production has a real database. */
@Component
final class ProfileDemands {

    private final Environment environment;
    private final Settings settings;

    ProfileDemands(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** @throws RefusedToStart naming all that is missing */
    void check() {
        var missing = new ArrayList<String>();
        var production = environment.acceptsProfiles(Profiles.of("production"));
        if (production == environment.acceptsProfiles(Profiles.of("demo")))
            missing.add("exactly one of the profiles demo and production (spring.profiles.active)");
        missing.addAll(production ? production() : demo());
        if (!missing.isEmpty()) throw new RefusedToStart(missing);
    }

    private List<String> production() {
        var missing = new ArrayList<String>();
        var database = settings.database();
        if (!database.isPostgresql()) missing.add("DEBITORKONTO_DATABASE_URL (jdbc:postgresql://…)");
        if (!database.isPostgresql() || database.user().isBlank()) missing.add("DEBITORKONTO_DATABASE_USER");
        if (database.password().isBlank()) missing.add("DEBITORKONTO_DATABASE_PASSWORD");
        if (settings.demoData()) missing.add("DEBITORKONTO_DEMO_DATA=false (demo data are for the demo)");
        if (settings.testbench()) missing.add("DEBITORKONTO_TESTBENCH=false (simulated parties are for tests)");
        return missing;
    }

    private List<String> demo() {
        var address = environment.getProperty("server.address", "");
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress()
                    ? List.of()
                    : List.of("a loopback address in server.address, as the demo has no access control");
        } catch (UnknownHostException e) {
            return List.of("a known address in server.address, not " + address);
        }
    }

    /** That the start was refused, with each missing setting. */
    static final class RefusedToStart extends RuntimeException {

        private static final long serialVersionUID = 1;

        RefusedToStart(List<String> missing) {
            super("refused to start; missing: " + String.join(", ", missing));
        }
    }
}
