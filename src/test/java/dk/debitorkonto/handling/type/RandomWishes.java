package dk.debitorkonto.handling.type;

import dk.debitorkonto.claim.ClaimState;
import dk.debitorkonto.claim.CostFamily;
import dk.debitorkonto.handling.HandlingType;
import dk.debitorkonto.handling.NoWish;
import dk.debitorkonto.handling.RandomBooks;
import dk.debitorkonto.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parameters of any type as a caller might send them, about the books that the same chance made. */
public final class RandomWishes {

    private static final LocalDate DATE = LocalDate.of(2026, 7, 1);

    private RandomWishes() {}

    /**
     * A wish of {@code type}.
     *
     * @param from the claims listed, or those of the source account
     * @param to the same of the target
     */
    public static Object of(HandlingType<?> type, RandomBooks random, List<UUID> from, List<UUID> to) {
        return switch (type) {
            case ReducePrincipal _ -> new ReducePrincipal.Wish(random.money(30_000));
            case ReduceInterestAndFees _ -> new ReduceInterestAndFees.Wish(families(random));
            case MoveInterestAndFees _ -> new MoveInterestAndFees.Wish(families(random));
            case GrantRespite _ ->
                new GrantRespite.Wish(DATE, DATE.plusDays(random.money(30).oere()));
            case EndRespite _ -> new EndRespite.Wish(LocalDate.of(2026, 2, 5));
            case WriteOffClaims _ -> new WriteOffClaims.Wish(perhaps(random));
            case AddReminderFee _ -> new AddReminderFee.Wish(random.money(10_000));
            case StopReminders _ -> new StopReminders.Wish(random.once(2) ? null : random.date());
            case MoveCoverage _ -> new MoveCoverage.Wish(rows(random, from, to));
            case MoveUnusedPayments _ -> new MoveUnusedPayments.Wish(perhaps(random));
            case RefundPayments _ -> new RefundPayments.Wish(perhaps(random));
            case OffsetClaims _ -> new OffsetClaims.Wish(perhaps(random));
            case EndLiability _ -> new EndLiability.Wish(random.any(List.of("anna", "bent", "carl")), random.date());
            case RecallFromRecovery _ ->
                new RecallFromRecovery.Wish(random.any(List.of(RecallFromRecovery.Code.values())));
            case TurnClaimState _ ->
                random.once(2)
                        ? new TurnClaimState.Wish(ClaimState.IN_COLLECTION, null)
                        : new TurnClaimState.Wish(ClaimState.ON_HOLD, DATE.plusDays(9));
            default -> new NoWish();
        };
    }

    private static @Nullable Money perhaps(RandomBooks random) {
        return random.once(2) ? null : random.money(30_000);
    }

    private static List<CostFamily> families(RandomBooks random) {
        return random.once(2)
                ? List.of(CostFamily.REMINDER_FEE, CostFamily.LATE_INTEREST, CostFamily.RECOVERY_INTEREST)
                : List.of(CostFamily.LATE_INTEREST);
    }

    private static List<MoveCoverage.Row> rows(RandomBooks random, List<UUID> from, List<UUID> to) {
        var rows = new ArrayList<MoveCoverage.Row>();
        if (!from.isEmpty() && !random.once(3))
            for (var i = 0; i < 3; i++)
                rows.add(new MoveCoverage.Row(random.any(from), random.any(to), random.money(2_000)));
        return rows;
    }
}
