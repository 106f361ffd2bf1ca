package dk.debitorkonto.handling.type;

import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import org.springframework.stereotype.Component;

/** OVERDRAG_DEBITORKONTO: the case system gives the account up. */
@Component
final class HandOverAccount implements WholeHandling<NoWish> {

    @Override
    public String code() {
        return "OVERDRAG_DEBITORKONTO";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, Situation situation) {
        return Draft.empty()
                .turnState(circumstances.source().account(), AccountState.HANDED_OVER)
                .done();
    }
}
