package dk.debitorkonto.handling.type;

import dk.debitorkonto.handling.Circumstances;
import dk.debitorkonto.handling.Draft;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.Situation;
import dk.debitorkonto.handling.Verdict;
import dk.debitorkonto.handling.WholeHandling;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** OPHAEV_RELATION: ends the relation of each related claim named, and all relations to each main claim named. */
@Component
final class EndRelations implements WholeHandling<NoWish> {

    @Override
    public String code() {
        return "OPHAEV_RELATION";
    }

    @Override
    public Class<NoWish> wishType() {
        return NoWish.class;
    }

    @Override
    public Set<Need> needs() {
        return EnumSet.of(Need.RELATED_CLAIMS);
    }

    @Override
    public boolean changesRelated() {
        return true;
    }

    @Override
    public Verdict decide(NoWish wish, Circumstances circumstances, Situation situation) {
        var claims = Stream.concat(situation.sources().stream(), situation.related().stream())
                .toList();
        var draft = new Draft(claims, List.of());
        // A claim that is both named and related to a named one turns once: the draft knows.
        for (var claim : claims) draft.relate(claim.id(), null);
        return draft.done();
    }
}
