package dk.debitorkonto.handling.type;

import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import dk.debitorkonto.money.Money;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** AFSLUT_DEBITORKONTO: closes an account on which nothing is owed and nothing unused. */
@Component
final class CloseAccount implements WholeHandling<NoWish> {

    @Override
    public String code() {
        return "AFSLUT_DEBITORKONTO";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.SOURCE_CLAIMS);
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, Situation situation) {
        var account = circumstances.source().account();
        var unused = circumstances.source().unused();
        var rest = situation.sources().stream().map(ClaimCase::rest).reduce(Money.ZERO, Money::plus);
        if (!rest.isZero() || !unused.isZero())
            return Verdict.Refuses.because(
                    Refusal.of(Reason.ACCOUNT_NOT_SETTLED, Refusal.Element.ACCOUNT, account.id(), rest, unused));

        return Draft.empty().turnState(account, AccountState.CLOSED).done();
    }
}
