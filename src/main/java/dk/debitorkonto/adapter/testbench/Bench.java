package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows.Party;
import dk.debitorkonto.handling.Sender;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The simulated parties as the door knows them. */
@Component
@OnTheBench
final class Bench implements Counterpart {

    /** The callback of case systems that are simulated: a path of this very system. */
    static final String CASE_SYSTEM = "/testbench/case-system";
    /** The endpoint of debtor systems that are. */
    static final String DEBTOR_SYSTEM = "/testbench/debtor-system";

    private static final Set<String> OURS = Set.of(CASE_SYSTEM, DEBTOR_SYSTEM);

    private final BenchRows rows;
    private final Environment environment;

    Bench(BenchRows rows, Environment environment) {
        this.rows = rows;
        this.environment = environment;
    }

    @Override
    public boolean standsFor(Sender sender, String authority) {
        return party(sender, authority) != null;
    }

    @Override
    public void behaves(Sender sender, String authority, UUID identification, Behaviour behaviour) {
        var party = party(sender, authority);
        if (party != null) rows.behaves(party, sender, identification, behaviour);
    }

    /** The one that a request meets, where it is one of ours. */
    private @Nullable Party party(Sender sender, String authority) {
        var endpoint = rows.endpoint(authority);
        if (endpoint != null) return endpoint.equals(DEBTOR_SYSTEM) ? Party.DEBTOR_SYSTEM : null;
        return CASE_SYSTEM.equals(rows.callback(sender)) ? Party.CASE_SYSTEM : null;
    }

    @Override
    public String address(String callback) {
        return OURS.contains(callback) ? here(callback) : callback;
    }

    /** A path of this very system, over HTTP. */
    String here(String path) {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") + path;
    }
}
