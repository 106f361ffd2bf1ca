package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Verdict;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** OPHOER_HENSTAND: ends the respite that runs on a day, with that day as its last. */
@Component
final class EndRespite implements ClaimHandling<EndRespite.Wish> {

    public record Wish(LocalDate lastDay) {}

    @Override
    public String code() {
        return "OPHOER_HENSTAND";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        for (var respite : claim.respites())
            if (respite.covers(wish.lastDay()))
                return Draft.of(claim)
                        .turnRespite(claim.id(), respite, new Respite(respite.id(), respite.from(), wish.lastDay()))
                        .done();

        return Verdict.DoesNotApply.because(Reason.NO_RESPITE_THEN, wish.lastDay());
    }
}
