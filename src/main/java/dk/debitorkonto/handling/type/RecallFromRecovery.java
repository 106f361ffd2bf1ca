package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.Standing;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingDefinition;
import dk.debitorkonto.handling.Success;
import dk.debitorkonto.handling.Verdict;
import org.springframework.stereotype.Component;

/** TILBAGEKALD_FRA_INDDRIVELSE: recalls claims from recovery; an uncovered one that was wrong is annulled. */
@Component
final class RecallFromRecovery implements ClaimHandling<RecallFromRecovery.Wish> {

    public record Wish(Code code) {}

    /** Why a claim is recalled, in the words of recovery. */
    public enum Code {
        BORD(false),
        BORT(true),
        FEJL(true),
        HENS(false),
        KLAG(false);

        private final boolean annuls;

        Code(boolean annuls) {
            this.annuls = annuls;
        }
    }

    @Override
    public String code() {
        return "TILBAGEKALD_FRA_INDDRIVELSE";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Success success(Wish wish, HandlingDefinition definition) {
        return wish.code().annuls ? definition.success() : Success.PLAIN;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        return wish.code().annuls && claim.covered().isZero()
                ? AnnulClaims.annulled(claim, circumstances.order())
                : Draft.of(claim)
                        .turnState(claim.id(), new Standing(ClaimState.IN_COLLECTION, null))
                        .done();
    }
}
