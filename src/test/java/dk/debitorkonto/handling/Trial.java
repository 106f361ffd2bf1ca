package dk.debitorkonto.handling;

import dk.debitorkonto.claim.ClaimType;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.claim.CoverageOrder;
import dk.debitorkonto.payment.Unused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The desk's rules about claims in miniature, so that a type can be tried without a database. */
public final class Trial {

    public static final Map<String, HandlingDefinition> DEFINITIONS = CatalogueFiles.definitions().stream()
            .collect(Collectors.toUnmodifiableMap(HandlingDefinition::code, Function.identity()));

    public static final CoverageOrder ORDER = new CoverageOrder(
            "test",
            List.of(
                    CostFamily.REMINDER_FEE,
                    CostFamily.LATE_INTEREST,
                    CostFamily.RECOVERY_INTEREST,
                    CostFamily.PRINCIPAL));

    private static final Map<String, ClaimType> CLAIM_TYPES = CatalogueFiles.readClaimTypes();

    private final Books books;
    private final Ask<?> ask;
    private final HandlingDefinition definition;
    private final Circumstances circumstances;
    private final List<Refusal> refusals = new ArrayList<>();
    private int leftOut;

    private Trial(Books books, Ask<?> ask, HandlingDefinition definition) {
        this.books = books;
        this.ask = ask;
        this.definition = definition;
        var made = new AtomicLong();
        this.circumstances = new Circumstances(
                definition,
                ask.effectDate(),
                ask.effectDate(),
                ask.periodFrom(),
                ask.periodTo(),
                books.source(),
                ask.between() ? books.target() : null,
                ORDER,
                CLAIM_TYPES,
                () -> new UUID(-1, made.incrementAndGet()));
    }

    /** What the type says, or the rules before it: {@link Verdict.Does} or {@link Verdict.Refuses}. */
    public static <W> Verdict decide(Books books, Ask<W> ask) {
        var definition = Objects.requireNonNull(DEFINITIONS.get(ask.type().code()));
        var trial = new Trial(books, ask, definition);
        var wrong = ask.type().check(ask.wish(), ask.request(books, definition), ask.effectDate());
        if (!wrong.isEmpty()) return new Verdict.Refuses(wrong);
        var verdict = switch (ask.type()) {
            case ClaimHandling<W> type -> trial.oneByOne(type, ask.wish());
            case WholeHandling<W> type -> trial.asWhole(type, ask.wish());
            case UndoHandling<W> type -> throw new IllegalArgumentException(type.code() + " decides nothing");
        };
        if (!trial.refusals.isEmpty()) return new Verdict.Refuses(trial.refusals);
        return verdict instanceof Verdict.Does does && trial.leftOut > 0
                ? does.remarking(Remark.of(Remark.Kind.CLAIMS_LEFT_OUT, trial.leftOut))
                : verdict;
    }

    private <W> Verdict oneByOne(ClaimHandling<W> type, W wish) {
        var changes = new ArrayList<Change>();
        var persons = 0;
        var done = 0;
        for (var claim : claims(books.source(), ask.sources(), definition.takes(), true)) {
            switch (type.decide(wish, circumstances, claim)) {
                case Verdict.Does does -> {
                    changes.addAll(does.changes());
                    persons = Math.max(persons, does.persons());
                    done++;
                }
                case Verdict.DoesNotApply not -> passOver(not.reason(), claim);
                case Verdict.Refuses refuses -> refusals.addAll(refuses.refusals());
            }
        }
        if (done == 0 && refusals.isEmpty()) return nothing();
        return new Verdict.Does(changes, List.of(), persons);
    }

    private <W> Verdict asWhole(WholeHandling<W> type, W wish) {
        var takes = definition.isAboutAccountAlone(ask.variant()) ? Takes.UNASKED : definition.takes();
        var sources = ask.sources().isEmpty() && !type.needs().contains(WholeHandling.Need.SOURCE_CLAIMS)
                ? List.<ClaimCase>of()
                : claims(books.source(), ask.sources(), takes, definition.period() == PeriodUse.CLAIMS_DUE);
        if (!refusals.isEmpty()) return new Verdict.Refuses(refusals);
        if (sources.isEmpty() && takes != Takes.UNASKED) return nothing();
        var targetTakes =
                ask.targets().isEmpty() || definition.targetTakes() == null ? Takes.UNASKED : definition.targetTakes();
        var targets = ask.between() ? claims(books.target(), ask.targets(), targetTakes, false) : List.<ClaimCase>of();
        if (!refusals.isEmpty()) return new Verdict.Refuses(refusals);
        var related = books.claims().stream()
                .filter(claim -> sources.stream().anyMatch(main -> main.id().equals(claim.relatesTo())))
                .toList();
        return type.decide(
                wish, circumstances, new Situation(!ask.sources().isEmpty(), sources, targets, unused(), related));
    }

    private List<ClaimCase> claims(AccountCase account, List<UUID> listed, Takes takes, boolean byPeriod) {
        var asked = listed.isEmpty()
                ? books.claimsOn(account).stream()
                        .sorted(Comparator.comparing(ClaimCase::claim, CoverageOrder.BETWEEN_CLAIMS))
                        .toList()
                : listed.stream().map(books::claim).toList();
        var result = new ArrayList<ClaimCase>();
        for (var claim : asked) {
            var broken = circumstances.brokenBy(claim, takes);
            if (broken == null && byPeriod && definition.period() == PeriodUse.CLAIMS_DUE)
                broken = circumstances.isInPeriod(claim.claim().dueDate()) ? null : Reason.OUTSIDE_PERIOD;
            if (broken == null) result.add(claim);
            else passOver(broken, claim);
        }
        return result;
    }

    private void passOver(@Nullable Reason reason, ClaimCase claim) {
        if (ask.variant().listsClaims()) refusals.add(Refusal.ofClaim(Objects.requireNonNull(reason), claim.id()));
        else leftOut++;
    }

    private List<Unused> unused() {
        return books.unusedOn(books.source()).stream()
                .filter(each -> !each.amount().isZero())
                .filter(each ->
                        definition.period() != PeriodUse.PAYMENTS_VALUED || circumstances.isInPeriod(each.paidOn()))
                .sorted(Comparator.comparing(Unused::paidOn)
                        .thenComparing(Unused::payment, CoverageOrder::byDatabaseOrder))
                .toList();
    }

    private Verdict nothing() {
        return Verdict.Refuses.because(Refusal.of(
                Reason.NOTHING_TO_MOVE,
                Refusal.Element.ACCOUNT,
                books.source().account().id()));
    }
}
