package dk.debitorkonto.adapter.testbench;

import dk.debitorkonto.adapter.soap.Counterpart;
import dk.debitorkonto.adapter.testbench.jdbc.BenchRows;
import dk.debitorkonto.handling.Sender;
import java.util.UUID;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The simulated parties as the door knows them. */
@Component
@OnTheBench
final class Bench implements Counterpart {

    /** The callback of case systems that are simulated: a path of this very system. */
    static final String CASE_SYSTEM = "/testbench/case-system";

    private final BenchRows rows;
    private final Environment environment;

    Bench(BenchRows rows, Environment environment) {
        this.rows = rows;
        this.environment = environment;
    }

    @Override
    public boolean standsFor(Sender sender) {
        return CASE_SYSTEM.equals(rows.callback(sender));
    }

    @Override
    public void behaves(Sender sender, UUID identification, Behaviour behaviour) {
        rows.behaves(sender, identification, behaviour);
    }

    @Override
    public String address(String callback) {
        return callback.equals(CASE_SYSTEM)
                ? "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") + callback
                : callback;
    }
}
