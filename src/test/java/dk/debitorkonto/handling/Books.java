package dk.debitorkonto.handling;

import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Some accounts with all that is on them, as values: the source account first, then the target; nothing unused is kept too. */
public record Books(List<AccountCase> accounts, List<ClaimCase> claims, List<Unused> unused) {

    public AccountCase source() {
        return accounts.getFirst();
    }

    public AccountCase target() {
        return accounts.getLast();
    }

    public ClaimCase claim(UUID id) {
        return claims.stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<ClaimCase> claimsOn(AccountCase account) {
        return claims.stream()
                .filter(claim -> claim.account().equals(account.account().id()))
                .toList();
    }

    public List<Unused> unusedOn(AccountCase account) {
        return unused.stream()
                .filter(each -> each.account().equals(account.account().id()))
                .toList();
    }

    /** The books after {@code changes}, as {@link World} reckons them. */
    public Books after(List<Change> changes) {
        var world = new World(claims, accounts, unused);
        changes.forEach(world::apply);
        var dates = new TreeMap<UUID, LocalDate>();
        unused.forEach(each -> dates.put(each.payment(), each.paidOn()));
        claims.forEach(claim -> claim.coverages().forEach(each -> dates.put(each.payment(), each.paidOn())));
        var left = new ArrayList<Unused>();
        dates.forEach((payment, paidOn) -> {
            for (var account : accounts) {
                var id = account.account().id();
                var amount = world.unused(payment, id);
                left.add(new Unused(payment, id, paidOn, amount));
            }
        });
        return new Books(
                accounts.stream()
                        .map(account -> world.account(account.account().id()))
                        .toList(),
                claims.stream().map(claim -> world.claim(claim.id())).toList(),
                left);
    }
}
