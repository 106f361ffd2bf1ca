package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.Respite;
import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.ClaimCase;
import dk.debitorkonto.handling.ClaimHandling;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.HandlingRequest;
import dk.debitorkonto.handling.Reason;
import dk.debitorkonto.handling.Refusal;
import dk.debitorkonto.handling.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** GIV_HENSTAND: grants respite in a period, in which no reminder is sent. */
@Component
final class GrantRespite implements ClaimHandling<GrantRespite.Wish> {

    public record Wish(LocalDate from, LocalDate to) {}

    @Override
    public String code() {
        return "GIV_HENSTAND";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public List<Refusal> check(Wish wish, HandlingRequest request, LocalDate effectDate) {
        return wish.to().isBefore(wish.from())
                ? List.of(Refusal.ofParameter(Reason.PERIOD_BACKWARDS, "to", wish.to()))
                : List.of();
    }

    @Override
    public Verdict decide(Wish wish, Circumstances circumstances, ClaimCase claim) {
        for (var respite : claim.respites())
            if (respite.overlaps(wish.from(), wish.to()))
                return Verdict.DoesNotApply.because(Reason.RESPITE_OVERLAPS, respite.from(), respite.to());

        return Draft.of(claim)
                .turnRespite(claim.id(), null, new Respite(circumstances.ids().get(), wish.from(), wish.to()))
                .done();
    }
}
