package dk.debitorkonto.handling;

import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.handling.type.RandomWishes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two random accounts, and a random request about them. */
record DeskSetting(Books books, List<UUID> sources, List<UUID> targets, Object wish) {

    private static final int MOST_ATTEMPTS = 1_000;

    /** A type in one of its variants. */
    record Way(Catalogue.Item item, Variant variant) {
        @Override
        public String toString() {
            return item.definition().code() + " " + variant.letter();
        }
    }

    /** Of two in three it is known, without a database, that the type has something to do; the others are as they come. */
    static DeskSetting of(Way way, long number) {
        for (var attempt = 0; ; attempt++) {
            var random = new RandomBooks(new Random(number * 2 * MOST_ATTEMPTS + attempt));
            var setting = of(way, random);
            if (setting != null
                    && (number % 3 == 0
                            || attempt >= MOST_ATTEMPTS
                            || setting.fits(way, way.item().type()))) return setting;
        }
    }

    /** Absent where the variant asks for a list and the account has no claim. */
    private static @Nullable DeskSetting of(Way way, RandomBooks random) {
        var books = inStates(random.books(), way, random);
        var sources = way.variant().listsClaims() ? some(books.claimsOn(books.source()), random) : List.<UUID>of();
        var targets = way.variant() == Variant.BETWEEN_CLAIMS
                ? some(books.claimsOn(books.target()), random)
                : List.<UUID>of();
        if (way.variant().listsClaims() && sources.isEmpty()) return null;
        if (way.variant() == Variant.BETWEEN_CLAIMS && targets.isEmpty()) return null;
        return new DeskSetting(
                books, sources, targets, RandomWishes.of(way.item().type(), random, sources, targets));
    }

    private <W> boolean fits(Way way, HandlingType<W> type) {
        var ask = new Ask<>(
                type,
                type.wishType().cast(wish),
                Office.TODAY,
                null,
                null,
                sources,
                targets,
                way.variant().hasTarget());
        return Trial.decide(books, ask) instanceof Verdict.Does does
                && !does.changes().isEmpty()
                && does.persons() == 0;
    }

    /** One to three of them, so that lists without a claim that refuses all occur often enough. */
    private static List<UUID> some(List<ClaimCase> claims, RandomBooks random) {
        var ids = new ArrayList<>(claims.stream().map(ClaimCase::id).toList());
        for (var n = ids.size(); n > 1; n--) Collections.swap(ids, n - 1, ids.indexOf(random.any(ids.subList(0, n))));
        return ids.subList(0, Math.min(ids.size(), random.any(List.of(1, 2, 3))));
    }

    /** Accounts are open mostly, and closed mostly where the type takes closed ones. */
    private static Books inStates(Books books, Way way, RandomBooks random) {
        var usual = way.item().type().takesClosedAccount() ? AccountState.CLOSED : AccountState.OPEN;
        var state = random.once(10) ? random.any(List.of(AccountState.values())) : usual;
        return new Books(
                books.accounts().stream()
                        .map(each -> new AccountCase(in(each.account(), state), each.unused()))
                        .toList(),
                books.claims(),
                books.unused());
    }

    private static DebtorAccount in(DebtorAccount was, AccountState state) {
        return new DebtorAccount(was.id(), was.authority(), was.caseSystem(), was.debtor(), state, null, null);
    }
}
