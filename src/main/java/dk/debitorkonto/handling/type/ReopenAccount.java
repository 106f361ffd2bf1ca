package dk.debitorkonto.handling.type;

import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import org.springframework.stereotype.Component;

/** GENOPTAG_DEBITORKONTO: opens a closed account again. */
@Component
final class ReopenAccount implements WholeHandling<NoWish> {

    @Override
    public String code() {
        return "GENOPTAG_DEBITORKONTO";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public boolean takesClosedAccount() {
        return true;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, Situation situation) {
        var account = circumstances.source().account();
        if (account.state() == AccountState.OPEN)
            return Verdict.Refuses.because(
                    Refusal.of(Reason.ACCOUNT_OPEN_ALREADY, Refusal.Element.ACCOUNT, account.id()));

        return Draft.empty().turnState(account, AccountState.OPEN).done();
    }
}
