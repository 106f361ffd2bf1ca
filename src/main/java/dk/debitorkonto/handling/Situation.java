package dk.debitorkonto.handling;

import dk.debitorkonto.payment.Unused;
import java.util.List;

/**
 * What a type over whole lists sees, loaded under the accounts' locks; only claims that the catalogue's rules let through.
 *
 * @param listed whether the request names its claims (else they are all of the account)
 * @param sources in the order of the list, else by due date, invoice date, id
 * @param targets likewise
 * @param unused the source account's unused payments, oldest value date first, then id
 * @param related the claims that relate to the listed ones
 */
public record Situation(
        boolean listed,
        List<ClaimCase> sources,
        List<ClaimCase> targets,
        List<Unused> unused,
        List<ClaimCase> related) {}
