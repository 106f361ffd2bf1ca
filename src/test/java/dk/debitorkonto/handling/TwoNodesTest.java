package dk.debitorkonto.handling;

import static dk.debitorkonto.claim.CostFamily.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.inquiry.Proof;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two nodes over one PostgreSQL, racing on the same accounts and the same identifications. */
class TwoNodesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 5, 1);
    private static final int REQUESTS = 200;

    @Test
    void lose_nothing_and_do_nothing_twice() throws Exception {
        try (var one = new Office(TestDatabase.POSTGRESQL);
                var other = one.beside()) {
            var accounts = List.of(one.account(), one.account(), one.account());
            var claims = accounts.stream()
                    .map(account -> one.claim(account, "1000.00", DUE))
                    .toList();
            var calls = new ArrayList<Callable<Reply>>();
            for (var n = 0; n < REQUESTS; n++) {
                var id = Ids.next();
                var at = n % accounts.size();
                for (var node : List.of(one, other))
                    calls.add(() -> reduction(node, id, accounts.get(at), claims.get(at))
                            .send());
            }

            try (var callers = Executors.newFixedThreadPool(24)) {
                for (var reply : callers.invokeAll(calls))
                    assertThat(reply.get()).isInstanceOfAny(Reply.Decided.class, Reply.DecidedBefore.class);
            }

            assertThat(claims.stream().map(claim -> one.figures(claim, PRINCIPAL)))
                    .containsExactly("1000.00-67.00-0.00-0.00", "1000.00-67.00-0.00-0.00", "1000.00-66.00-0.00-0.00");
            one.seal();
            other.seal();
            assertThat(one.prove().invariants()).allMatch(Proof.Invariant::holds);
            assertThat(one.prove().unsealed()).isZero();
        }
    }

    @Test
    void money_moved_both_ways_at_once_is_neither_lost_nor_made() throws Exception {
        try (var one = new Office(TestDatabase.POSTGRESQL);
                var other = one.beside()) {
            var here = one.account();
            var there = one.account();
            one.payment(here, "500.00", DUE);
            one.payment(there, "500.00", DUE);
            var calls = new ArrayList<Callable<Reply>>();
            for (var n = 0; n < REQUESTS; n++) {
                var node = n % 2 == 0 ? one : other;
                var from = n % 3 == 0 ? here : there;
                var to = from.equals(here) ? there : here;
                calls.add(() -> node.wish("OMPOSTER_INDBETALINGER", Variant.BETWEEN_ACCOUNTS, from)
                        .to(to)
                        .with(Wishes.of("OMPOSTER_INDBETALINGER", Money.of("7.00")))
                        .send());
            }

            try (var callers = Executors.newFixedThreadPool(24)) {
                for (var reply : callers.invokeAll(calls))
                    assertThat(reply.get()).isInstanceOf(Reply.Decided.class);
            }

            assertThat(Money.of(one.unused(here)).plus(Money.of(one.unused(there))))
                    .isEqualTo(Money.of("1000.00"));
            assertThat(one.prove().invariants()).allMatch(Proof.Invariant::holds);
        }
    }

    private static Wish reduction(Office node, UUID id, UUID account, UUID claim) {
        return node.wish("NEDREGULER_FORDRING", Variant.CLAIMS, account)
                .identified(id)
                .claims(claim)
                .with(Wishes.of("NEDREGULER_FORDRING", Money.of("1.00")));
    }
}
