package dk.debitorkonto.handling;

import static org.assertj.core.api.Assertions.assertThat;

import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.debtor.AccountState;
import dk.debitorkonto.debtor.DebtorAccount;
import dk.debitorkonto.handling.ClaimBuilder.Paid;
import dk.debitorkonto.money.Money;
import dk.debitorkonto.payment.Unused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Given, when, then for a handling type. Claims are numbered from 1 as they are given, targets after sources; the source
 * account's debtor is {@code anna}, the target's {@code bent}; the effect date is 2026-03-01 unless said.
 */
public final class Tale {

    private static final UUID SOURCE = new UUID(9, 1);
    private static final UUID TARGET = new UUID(9, 2);
    private static final Map<String, Function<ClaimCase, String>> SHOWN = Map.ofEntries(
            Map.entry("principal", due(CostFamily.PRINCIPAL)),
            Map.entry("late interest", due(CostFamily.LATE_INTEREST)),
            Map.entry("recovery interest", due(CostFamily.RECOVERY_INTEREST)),
            Map.entry("fees", due(CostFamily.REMINDER_FEE)),
            Map.entry("covered", claim -> claim.covered().toString()),
            Map.entry("written off", claim -> claim.writtenOff().toString()),
            Map.entry("rest", claim -> claim.rest().toString()),
            Map.entry(
                    "principal covered",
                    claim -> claim.of(CostFamily.PRINCIPAL).covered().toString()),
            Map.entry(
                    "fees covered",
                    claim -> claim.of(CostFamily.REMINDER_FEE).covered().toString()),
            Map.entry("state", claim -> claim.standing().text()),
            Map.entry("on", claim -> claim.account().equals(SOURCE) ? "source" : "target"),
            Map.entry("reminders stopped to", claim -> String.valueOf(claim.reminderStop())),
            Map.entry("relates to", claim -> {
                var main = claim.relatesTo();
                return main == null ? "none" : String.valueOf(main.getLeastSignificantBits());
            }),
            Map.entry(
                    "charges", claim -> texts(claim.charges().stream().map(each -> each.accrued() + " " + each.due()))),
            Map.entry("respites", claim -> texts(claim.respites().stream().map(Facts::text))),
            Map.entry("notices", claim -> texts(claim.notices().stream().map(Facts::text))),
            Map.entry(
                    "liable",
                    claim -> texts(claim.liabilities().stream()
                            .map(each -> each.party() + " " + each.from() + " " + each.to()))));

    private final List<ClaimBuilder> sources;
    private List<ClaimBuilder> targets = List.of();
    private final List<Unused> unused = new ArrayList<>();
    private LocalDate effectDate = LocalDate.of(2026, 3, 1);
    private @Nullable LocalDate periodFrom;
    private @Nullable LocalDate periodTo;
    private boolean between;
    private boolean listed = true;
    private AccountState state = AccountState.OPEN;

    private Tale(List<ClaimBuilder> sources) {
        this.sources = sources;
    }

    public static Tale given(ClaimBuilder... claims) {
        return new Tale(List.of(claims));
    }

    public static ClaimBuilder claim() {
        return new ClaimBuilder();
    }

    /** A payment called {@code payment}, of 2026-02-01. */
    public static Paid payment(String amount) {
        return payment("payment", amount, "2026-02-01");
    }

    public static Paid payment(String name, String amount, String valueDate) {
        return new Paid(name, amount, LocalDate.parse(valueDate));
    }

    /** The request is about two accounts; these claims are the target's. */
    public Tale to(ClaimBuilder... claims) {
        targets = List.of(claims);
        between = true;
        return this;
    }

    /** What is unused on the source account. */
    public Tale unused(Paid... payments) {
        for (var each : payments) unused.add(new Unused(each.id(), SOURCE, each.on(), Money.of(each.amount())));
        return this;
    }

    /** The request names no claims. */
    public Tale listingNone() {
        listed = false;
        return this;
    }

    public Tale on(String date) {
        effectDate = LocalDate.parse(date);
        return this;
    }

    public Tale inPeriod(String from, String to) {
        periodFrom = LocalDate.parse(from);
        periodTo = LocalDate.parse(to);
        return this;
    }

    public Tale accountIs(AccountState state) {
        this.state = state;
        return this;
    }

    public <W> Told when(HandlingType<W> type, W wish) {
        var books = books();
        var ask = new Ask<>(
                type,
                wish,
                effectDate,
                periodFrom,
                periodTo,
                listed ? ids(sources, 0) : List.of(),
                listed ? ids(targets, sources.size()) : List.of(),
                between);
        return new Told(books, Trial.decide(books, ask));
    }

    private Books books() {
        var claims = new ArrayList<ClaimCase>();
        var left = new ArrayList<>(unused);
        for (var each : sources) {
            claims.add(each.build(claims.size() + 1, SOURCE));
            left.addAll(each.left(SOURCE));
        }
        for (var each : targets) {
            claims.add(each.build(claims.size() + 1, TARGET));
            left.addAll(each.left(TARGET));
        }
        return new Books(List.of(account(SOURCE, "anna", left), account(TARGET, "bent", left)), claims, left);
    }

    private AccountCase account(UUID id, String debtor, List<Unused> all) {
        var sum = all.stream()
                .filter(each -> each.account().equals(id))
                .map(Unused::amount)
                .reduce(Money.ZERO, Money::plus);
        return new AccountCase(new DebtorAccount(id, "11111111", new UUID(8, 1), debtor, state, null, null), sum);
    }

    private static List<UUID> ids(List<ClaimBuilder> claims, int before) {
        var result = new ArrayList<UUID>();
        for (var i = 0; i < claims.size(); i++)
            if (claims.get(i).isListed()) result.add(ClaimBuilder.id(before + i + 1));
        return result;
    }

    private static Function<ClaimCase, String> due(CostFamily family) {
        return claim -> claim.of(family).due().toString();
    }

    private static String texts(Stream<String> texts) {
        return texts.sorted().collect(Collectors.joining(", ", "[", "]"));
    }

    /** What came of it. */
    public record Told(Books before, Verdict verdict) {

        /**
         * Compares what is named: {@code principal 300.00 | rest 0.00} of the claims in turn, {@code <payment> unused 5.00 on
         * target} of a payment, {@code account state CLOSED} of the source account.
         */
        public Told then(String... lines) {
            var after = before.after(does().changes());
            var claims = after.claims().iterator();
            for (var line : lines) {
                if (line.startsWith("account "))
                    assertThat(text(after.source())).contains(line);
                else if (line.contains(" unused "))
                    assertThat(unused(after, line.split(" ", 2)[0])).contains(line);
                else assertThat(text(claims.next(), line)).isEqualTo(line);
            }
            return this;
        }

        public Told asksPersons(int persons) {
            assertThat(does().persons()).isEqualTo(persons);
            return this;
        }

        public Told remarks(Remark.Kind kind, Object... args) {
            assertThat(does().remarks()).contains(Remark.of(kind, args));
            return this;
        }

        public Told remarksNothing() {
            assertThat(does().remarks()).isEmpty();
            return this;
        }

        /** The postings, as in {@code COVERED→UNUSED 300.00}. */
        public Told books(String... postings) {
            assertThat(does().changes())
                    .filteredOn(Change.Moves.class::isInstance)
                    .extracting(change -> {
                        var posting = ((Change.Moves) change).posting();
                        return posting.debit().kind() + "→" + posting.credit().kind() + " " + posting.amount();
                    })
                    .containsExactly(postings);
            return this;
        }

        /** Refused for these reasons, each with the claim's number, the parameter or the part of the request. */
        public void refused(String... refusals) {
            assertThat(verdict).isInstanceOf(Verdict.Refuses.class);
            assertThat(((Verdict.Refuses) verdict).refusals())
                    .extracting(Told::text)
                    .containsExactly(refusals);
        }

        private Verdict.Does does() {
            assertThat(verdict).isInstanceOf(Verdict.Does.class);
            return (Verdict.Does) verdict;
        }

        private static String text(Refusal refusal) {
            var args = refusal.args().isEmpty() ? "" : " " + refusal.args();
            var value = refusal.value();
            var where = switch (refusal.element()) {
                case CLAIM, TARGET_CLAIM ->
                    value == null
                            ? " claims"
                            : " claim " + UUID.fromString(value).getLeastSignificantBits();
                case PARAMETER -> " " + refusal.parameter();
                default -> " " + refusal.element();
            };
            return refusal.reason() + where + args;
        }

        private static String text(ClaimCase claim, String like) {
            return Arrays.stream(like.split(" \\| ", -1))
                    .map(part -> SHOWN.keySet().stream()
                            .filter(shown -> part.startsWith(shown + " "))
                            .max(Comparator.comparingInt(String::length))
                            .map(shown -> shown + " " + shown(shown).apply(claim))
                            .orElseThrow(() -> new IllegalArgumentException("nothing shows " + part)))
                    .collect(Collectors.joining(" | "));
        }

        private static Function<ClaimCase, String> shown(String label) {
            return Objects.requireNonNull(SHOWN.get(label));
        }

        private static List<String> text(AccountCase account) {
            return List.of(
                    "account state " + account.account().state(),
                    "account reminders stopped to " + account.account().reminderStop(),
                    "account unused " + account.unused());
        }

        private static List<String> unused(Books books, String name) {
            return books.unused().stream()
                    .filter(each -> each.payment().equals(Paid.id(name)))
                    .map(each ->
                            name + " unused " + each.amount() + (each.account().equals(TARGET) ? " on target" : ""))
                    .toList();
        }
    }
}
