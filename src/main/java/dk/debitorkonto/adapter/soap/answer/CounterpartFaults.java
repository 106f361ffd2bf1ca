package dk.debitorkonto.adapter.soap.answer;

import dk.debitorkonto.adapter.soap.Answer;
import dk.debitorkonto.adapter.soap.BrokenContract;
import dk.debitorkonto.adapter.soap.Call;
import dk.debitorkonto.adapter.soap.Contract;
import dk.debitorkonto.adapter.soap.Faults;
import java.time.InstantSource;

/** The faults of a simulated party. */
public final class CounterpartFaults {

    private final Contract contract;
    private final String party;
    private final InstantSource machine;

    /** @param party as a sentence begins with it */
    CounterpartFaults(Contract contract, String party, InstantSource machine) {
        this.contract = contract;
        this.party = party;
        this.machine = machine;
    }

    public Answer malformed() {
        return fault(BrokenContract.schema(party + " can't read the message."));
    }

    public Answer notRouted() {
        return fault(BrokenContract.of(
                "RouteNotFound",
                BrokenContract.Blame.CALLER,
                party + " is not the one that the municipality's route leads to."));
    }

    public Answer broken() {
        return fault(
                BrokenContract.of("InternalError", BrokenContract.Blame.US, party + " failed, as it was told to."));
    }

    /** As one says whose partner can't sign: nothing is signed yet, so there is no signature that could be wrong. */
    public Answer badlySigned() {
        return fault(BrokenContract.security(party + " was told to"));
    }

    private Answer fault(BrokenContract broken) {
        return Faults.write(new Call(contract, machine.instant()), broken);
    }
}
